using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using BriefBot.Knowledge;
using BriefBot.Service.Chat;
using BriefBot.Service.Chat.Memory;
using Microsoft.Extensions.Options;

namespace BriefBot.Service.Hosting;

/// <summary><c>replay</c>: shows a recorded answer with its evidence, beside a service that runs or not.</summary>
internal static class ReplayCommand
{
    public static async Task<int> RunAsync(IReadOnlyDictionary<string, string?> settings, string id, bool json)
    {
        await using var store = CommandStore.Create(settings);
        if (store.Read(connection => AnswerCommand.Find(connection, id)) is not { } asked)
        {
            throw new StartProblemException(
                ExitCode.NotFound,
                $"There is no answer {id}: the id is wrong, it is older than Memory:RetentionDays, or Memory:Questions is off."
            );
        }

        var folder = store.Provider.GetRequiredService<IOptions<KnowledgeOptions>>().Value.Path;
        var replay = AnswerReplay.Create(asked, path => HashNow(Path.Combine(folder, path)));
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(replay, WebJson.Default.AnswerReplay));
        }
        else
        {
            Print(replay);
        }

        return ExitCode.Done;
    }

    private static string? HashNow(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return Convert.ToHexStringLower(SHA256.HashData(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static void Print(AnswerReplay replay)
    {
        Line($"{replay.Question}");
        Line($"{replay.At:yyyy-MM-dd HH:mm:ss} UTC, {replay.Network}, {replay.Outcome}, version {replay.Version ?? "unknown"}");
        Line($"votes: {replay.Up} for, {replay.Down} against");
        if (replay.ChangedAt is { } changed)
        {
            Line($"a source changed: {changed:yyyy-MM-dd HH:mm:ss} UTC");
        }

        if (replay.ClosedAt is { } closed)
        {
            Line($"the articles answer it since {closed:yyyy-MM-dd HH:mm:ss} UTC");
        }

        if (replay.Answer is { } answer)
        {
            Line($"\nAnswer, confidence {answer.Confidence:F2}\n{Indent(answer.Text)}");
        }

        if (replay.Files.Count > 0)
        {
            Line($"\nSources");
        }

        foreach (var file in replay.Files)
        {
            var state =
                file.HashNow is null ? "gone"
                : file.HashNow == file.HashThen ? "unchanged"
                : "changed since";
            Line($"  {file.Path}: {state}; SHA-256 then {file.HashThen}{(file.HashNow is null ? "" : $", now {file.HashNow}")}");
        }

        if (replay.Passages.Count > 0)
        {
            Line($"\nPassages considered");
        }

        foreach (var passage in replay.Passages)
        {
            var place = passage.Section.Length > 0 ? $"{passage.Path} › {passage.Section}" : passage.Path;
            Line($"  {passage.Score, 7:F2}  {place}\n           {passage.Text.ReplaceLineEndings(" ")}");
        }

        if (replay.Drafts.Count > 0)
        {
            Line($"\nWritten by the model ({replay.Answer?.PromptVersion}), {replay.PromptTokens} + {replay.ReplyTokens} tokens");
        }

        foreach (var draft in replay.Drafts)
        {
            Line($"  {(draft.Problem is null ? "proven" : $"dropped ({draft.Problem})")}: {draft.Text}");
        }
    }

    private static string Indent(string text) => "  " + text.ReplaceLineEndings("\n  ");

    private static void Line(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
