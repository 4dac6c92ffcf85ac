using System.Text.Json;
using System.Text.RegularExpressions;
using BriefBot.Answers.Ranking;
using BriefBot.Service.Chat;
using BriefBot.Service.Retrieval.Embeddings;

namespace BriefBot.Tuning;

/// <summary>
/// Runs checks of whole replies: a line of <c>checks.jsonl</c> names a folder (<c>kb</c>), a <c>question</c> and what was asked <c>earlier</c>, and patterns that the reply's
/// text must match (<c>say</c>, one of them) and must not (<c>not</c>), the <c>outcome</c>, and the path and lines of a citation (<c>cite</c>).
/// </summary>
internal static partial class Reports
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNameCaseInsensitive = true };

    /// <param name="folder">Holds <c>checks.jsonl</c> and the folders that it names.</param>
    /// <param name="embeddings">The model of embeddings, or null for words alone.</param>
    public static async Task PrintAsync(string folder, EmbeddingModel? embeddings)
    {
        var results = new List<(string Kind, bool Passes)>();
        var checks = File.ReadLines(Path.Combine(folder, "checks.jsonl")).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<Check>(line, Json)!).ToArray();
        foreach (var same in checks.GroupBy(check => check.Kb))
        {
            await using var service = await FolderService.OpenAsync(Path.Combine(folder, same.Key), RankingModel.Shipped, embeddings);
            foreach (var check in same)
            {
                var reply = await service.ChatAsync([.. check.Earlier ?? [], check.Question]);
                var problem = Problem(check, reply);
                results.Add((check.Kind, problem is null));
                if (problem is not null)
                {
                    Console.WriteLine($"{check.Kind}: {check.Kb} {check.Question}\n    {problem}; {reply.Outcome}: {reply.Text.ReplaceLineEndings(" / ")}");
                }
            }
        }

        foreach (var kind in results.GroupBy(result => result.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal))
        {
            Console.WriteLine($"{kind.Key,-36}{kind.Count(result => result.Passes),4} of {kind.Count()}");
        }

        Console.WriteLine($"{"all",-36}{results.Count(result => result.Passes),4} of {results.Count}");
    }

    private static string? Problem(Check check, AskResponse reply)
    {
        var text = Number().Replace(reply.Text, "");
        bool Matches(string pattern) => Regex.IsMatch(text, pattern, RegexOptions.IgnoreCase | RegexOptions.Singleline, TimeSpan.FromSeconds(1));
        return check.Say is { } say && !say.Any(Matches) ? $"does not say {string.Join(" or ", say)}"
            : check.Not is { } not && not.FirstOrDefault(Matches) is { } said ? $"says {said}"
            : check.Outcome is { } outcome && !outcome.Contains(reply.Outcome) ? $"is not {string.Join(" or ", outcome)}"
            : check.Cite is { } cite && !reply.Citations.Any(citation => citation.Path == cite.Path
                && (cite.Lines is null || (citation.FirstLine >= cite.Lines[0] && citation.LastLine <= cite.Lines[1])))
                ? $"does not cite {cite.Path} {string.Join("-", cite.Lines ?? [])}" : null;
    }

    [GeneratedRegex(@"\[[0-9]+\]")]
    private static partial Regex Number();

    private sealed record Check(string Kb, string Question, string[]? Earlier, string[]? Say, string[]? Not, string[]? Outcome, Cite? Cite, string Kind);

    private sealed record Cite(string Path, int[]? Lines);
}
