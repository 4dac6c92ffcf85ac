using System.Text.Json;
using BriefBot.Chat.Memory;
using BriefBot.Service.Retrieval;
using BriefBot.Service.Retrieval.Embeddings;
using BriefBot.Tests.Fakes;
using Microsoft.Extensions.AI;

namespace BriefBot.Tests.Chat;

/// <summary>
/// 500 questions in chat wording about 25 missing things, written by somebody who had not seen the grouping. The thresholds were chosen on
/// the first 12 things alone: 67 % of the questions about these stand in the right group, 67 % of the others', 52 % of all together.
/// </summary>
public sealed class GapGroupingTests(ITestOutputHelper output)
{
    private const int Development = 12;

    private static readonly (string Group, string Question)[] Asked =
    [
        .. File.ReadLines(Checkout.Path("tests/BriefBot.Tests/Chat/gap-questions.jsonl"))
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Select(line => (line.GetProperty("group").GetString()!, line.GetProperty("question").GetString()!)),
    ];

    private static readonly string[] Names = [.. Asked.Select(asked => asked.Group).Distinct().Order(StringComparer.Ordinal)];

    [Theory]
    [InlineData(false, 0.1)]
    [InlineData(true, 0.5)]
    public async Task MostQuestionsStandInTheGroupOfTheThingTheyAskAbout(bool withMeaning, double least)
    {
        Assert.SkipWhen(withMeaning && ShippedEmbeddingModel.Find() is null, "Built without embeddings.");
        using var generator = withMeaning ? ShippedEmbeddingModel.Find()!.Load() : null;
        foreach (var (part, names) in new[] { ("development", Names[..Development]), ("others", Names[Development..]), ("all", Names) })
        {
            var asked = Asked.Where(one => names.Contains(one.Group)).ToArray();
            string[] texts = [.. asked.Select(one => one.Question)];
            var vectors = generator is null
                ? null
                : (
                    await generator.GenerateAsync(
                        texts.Select(text => OnnxEmbeddings.QuestionPrefix + text),
                        cancellationToken: TestContext.Current.CancellationToken
                    )
                )
                    .Select(one => one.Vector.ToArray())
                    .ToArray();
            var groups = GapGrouping.Group(texts, LuceneAnalyzers.English, vectors);
            var right = names.Sum(name =>
                groups.Max(group => MainThing(group, asked) == name ? group.Count(i => asked[i].Group == name) : 0)
            );
            output.WriteLine(
                $"{part}: {groups.Count} groups for {names.Length} things, {(double)right / asked.Length:P1} in the right one"
            );
            Assert.Equal(asked.Length, groups.Sum(group => group.Length));
            Assert.True(part != "all" || (double)right / asked.Length >= least);
        }
    }

    [Fact]
    public void QuestionsWithoutACommonWordAreApart() =>
        Assert.Equal(
            2,
            GapGrouping
                .Group(["Where can I park a bicycle?", "Is the pool heated?", "bicycle parking"], LuceneAnalyzers.English, null)
                .Count
        );

    [Fact]
    public void NoQuestionsAreNoGroups() => Assert.Empty(GapGrouping.Group([], LuceneAnalyzers.English, null));

    private static string MainThing(int[] group, (string Group, string Question)[] asked) =>
        group
            .GroupBy(i => asked[i].Group)
            .OrderByDescending(same => same.Count())
            .ThenBy(same => same.Key, StringComparer.Ordinal)
            .First()
            .Key;
}
