using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using BriefBot.Chat.Memory;
using BriefBot.Chat.Writing;
using BriefBot.Discord;
using BriefBot.Retrieval;
using BriefBot.Service.Chat;
using BriefBot.Service.Chat.Memory;
using BriefBot.Service.Retrieval.Embeddings;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using Spectre.Console;

namespace BriefBot.Service.Hosting;

/// <summary><c>gaps</c>: reports the questions that the articles do not answer, beside a service that runs or not.</summary>
internal static class GapsCommand
{
    /// <summary>Maximum number of questions of a report, the newest ones.</summary>
    private const int MaxQuestions = 2_000;

    public static async Task<int> RunAsync(
        IReadOnlyDictionary<string, string?> settings,
        int days,
        bool json,
        bool markdown,
        CancellationToken cancellationToken
    )
    {
        await using var store = CommandStore.Create(settings);
        var provider = store.Provider;
        var since = store.Now.AddDays(-days);
        var asked = store.Read(connection => AnswerCommand.FindUnanswered(connection, since)).TakeLast(MaxQuestions).ToArray();
        var model =
            asked.Length > 0 && provider.GetRequiredService<IOptions<RetrievalOptions>>().Value.Embeddings
                ? ShippedEmbeddingModel.Find()
                : null;
        using var generator = model?.Load();
        Func<IReadOnlyList<string>, IReadOnlyList<float[]>>? embed = generator is null
            ? null
            : texts =>
                [
                    .. generator
                        .GenerateAsync(texts.Select(text => model!.QuestionPrefix + text), cancellationToken: cancellationToken)
                        .GetAwaiter()
                        .GetResult()
                        .Select(one => one.Vector.ToArray()),
                ];
        var report = GapReport.Create(asked, since, provider.GetRequiredService<ITextAnalyzer>(), embed);
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(report, GapsJson.Default.GapReport));
        }
        else
        {
            Print(report, markdown);
        }

        return ExitCode.Done;
    }

    private static void Print(GapReport report, bool isMarkdown)
    {
        var console = TerminalChannel.Open();
        var title = string.Create(
            CultureInfo.InvariantCulture,
            $"{Count(report.Questions, "question")} without a sure answer since {report.Since:yyyy-MM-dd}, in {Count(report.Gaps.Count, "group")}"
        );
        console.WriteLine(isMarkdown ? $"# {title}" : title);
        foreach (var gap in report.Gaps)
        {
            console.WriteLine();
            var head = string.Create(
                CultureInfo.InvariantCulture,
                $"{gap.Count} × by {gap.Askers} {(gap.Askers == 1 ? "person" : "people")}, last on {gap.Last:yyyy-MM-dd}"
            );
            console.WriteLine(isMarkdown ? $"## {head}" : head);
            foreach (var sample in gap.Samples)
            {
                console.WriteLine(isMarkdown ? $"- {DiscordText.Escape(sample)}" : $"  {PlainText.Escape(sample)}");
            }

            foreach (var remark in gap.Remarks)
            {
                console.WriteLine(isMarkdown ? $"\nTold: {DiscordText.Escape(remark)}" : $"  told: {PlainText.Escape(remark)}");
            }

            if (gap.Closest is { } closest)
            {
                console.WriteLine(isMarkdown ? $"\nClosest: {DiscordText.Escape(closest)}" : $"  closest: {PlainText.Escape(closest)}");
            }
        }
    }

    private static string Count(int number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(GapReport))]
internal sealed partial class GapsJson : JsonSerializerContext;
