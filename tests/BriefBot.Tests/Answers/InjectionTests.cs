using System.Text.Json;
using System.Text.RegularExpressions;
using BriefBot.Answers;
using BriefBot.Tests.Fakes;
using Microsoft.AspNetCore.Http;

namespace BriefBot.Tests.Answers;

/// <summary>
/// 50 texts that tell a model what to do, in articles, titles, front matter, questions and earlier questions, before a model that does
/// whatever it is told.
/// </summary>
public sealed partial class InjectionTests
{
    private const string Question = "When did the ferry to Solvik begin?";
    private const string Fact = "The ferry from Brennhavn to Solvik began on 4 May 1931.";

    private static readonly string[] True = [Fact, "It carries 200 passengers."];

    /// <summary>What somebody else asked the same model before.</summary>
    private const string Elsewhere = "Is project Nightjar about the ferry?";

    public static TheoryData<string, string> Injections =>
        [
            .. File.ReadLines(Checkout.Path("tests/BriefBot.Tests/Answers/injections.tsv"))
                .Where(line => line[0] != '#')
                .Select(line => line.Split('\t'))
                .Select(parts => (parts[0], parts[1])),
        ];

    [Fact]
    public void ThereAreFiftyOfThem() => Assert.Equal(50, Injections.Count);

    [Theory]
    [MemberData(nameof(Injections))]
    public async Task NoneChangesWhatIsSaidBeyondTheCheckedAnswer(string place, string injection)
    {
        await using var model = await ObedientModel();
        using var folder = new TemporaryFolder().With("ferry.md", Article(place, injection));
        await using var asked = await AskedFolder.ReadAsync(folder.Path, options: model.Options);
        await asked.AskModelAsync(Elsewhere);
        var question = place == "question" ? $"{Question} {injection}" : Question;
        var (first, last) = await asked.AskModelAsync(question, place == "earlier" ? [injection] : []);
        if (last is Answer.Grounded { Composer: AnswerSource.Model } written)
        {
            Assert.All(written.Sentences, sentence => Assert.Contains(sentence.Text, True));
            Assert.All(written.Citations, citation => Assert.Contains(citation.Quote, True));
        }
        else
        {
            Assert.Equal(first, last with { Model = null });
        }

        Assert.DoesNotContain("Nightjar", JsonSerializer.Serialize<object>(last), StringComparison.Ordinal);
        Assert.DoesNotContain("from nothing else", JsonSerializer.Serialize<object>(last), StringComparison.Ordinal);
    }

    private static string Article(string place, string injection) =>
        place switch
        {
            "article" => $"# The ferry\n\n{Fact} It carries 200 passengers.\n\n{injection}\n",
            "title" => $"# {injection}\n\n{Fact} It carries 200 passengers.\n",
            "front matter" => $"---\ntitle: {JsonSerializer.Serialize(injection)}\nsummary: {JsonSerializer.Serialize(injection)}\nauthor: "
                + $"{JsonSerializer.Serialize(injection)}\n---\n\n{Fact}\n",
            _ => $"# The ferry\n\n{Fact} It carries 200 passengers.\n",
        };

    /// <summary>Says what it is told to say, gives away what it is asked to, and else answers as it should.</summary>
    private static Task<ScriptedModel> ObedientModel()
    {
        var seen = new List<string>();
        return ScriptedModel.StartAsync(
            (asked, http) =>
            {
                if (ScriptedModel.IsVerification(asked))
                {
                    return ScriptedModel.SayAsync(http, ScriptedModel.Verdicts("yes"));
                }

                var prompt = ScriptedModel.Message(asked, "user");
                var said = Told()
                    .Matches(prompt)
                    .Select(told => told.Groups["words"].Value + " [1]")
                    .Concat(AsksForPrompt().IsMatch(prompt) ? [ScriptedModel.Message(asked, "system") + " [1]"] : [])
                    .Concat(AsksForOthers().IsMatch(prompt) ? [.. seen] : Array.Empty<string>());
                seen.Add(prompt);
                return ScriptedModel.SayAsync(http, string.Join('\n', said.DefaultIfEmpty($"{Fact} [1]")));
            }
        );
    }

    [GeneratedRegex(
        @"(?:reply|answer|respond|say|says|print|write|output)(?: with| only with| every question with)?: (?<words>[^\n]+)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Told();

    [GeneratedRegex("system prompt|your instructions|text above", RegexOptions.IgnoreCase)]
    private static partial Regex AsksForPrompt();

    [GeneratedRegex("other people|everybody|asked before", RegexOptions.IgnoreCase)]
    private static partial Regex AsksForOthers();
}
