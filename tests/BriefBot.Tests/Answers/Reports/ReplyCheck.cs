using System.Text.Json;
using System.Text.RegularExpressions;
using BriefBot.Service.Chat;

namespace BriefBot.Tests.Answers.Reports;

/// <summary>A check of a whole reply, as a line of <c>checks.jsonl</c> writes it.</summary>
/// <param name="Kb">The knowledge folder, beside the file.</param>
/// <param name="Question">What is asked.</param>
/// <param name="Earlier">What was said before in the same conversation.</param>
/// <param name="Say">Patterns of which the reply's text must match one; case makes no difference, and marks such as [1] are taken out
/// first.</param>
/// <param name="Not">Patterns of which it must match none.</param>
/// <param name="Outcome">What the reply's outcome must be one of.</param>
/// <param name="Cite">Where a citation must stand.</param>
/// <param name="Kind">What kind of report it is.</param>
internal sealed partial record ReplyCheck(
    string Kb,
    string Question,
    string[]? Earlier,
    string[]? Say,
    string[]? Not,
    string[]? Outcome,
    CitedPlace? Cite,
    string Kind
)
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNameCaseInsensitive = true };

    /// <summary>Reads the checks of a file.</summary>
    public static IReadOnlyList<ReplyCheck> ReadAll(string file) =>
        [.. File.ReadLines(file).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<ReplyCheck>(line, Json)!)];

    /// <summary>What is wrong with a reply, or null.</summary>
    public string? ProblemOf(AskResponse reply)
    {
        var text = Number().Replace(reply.Text, "");
        bool Matches(string pattern) =>
            Regex.IsMatch(text, pattern, RegexOptions.IgnoreCase | RegexOptions.Singleline, TimeSpan.FromSeconds(1));
        return Say is { } say && !say.Any(Matches) ? $"does not say {string.Join(" or ", say)}"
            : Not is { } not && not.FirstOrDefault(Matches) is { } said ? $"says {said}"
            : Outcome is { } outcome && !outcome.Contains(reply.Outcome) ? $"is not {string.Join(" or ", outcome)}"
            : Cite is { } cite
            && !reply.Citations.Any(citation =>
                citation.Path == cite.Path
                && (cite.Lines is null || (citation.FirstLine >= cite.Lines[0] && citation.LastLine <= cite.Lines[1]))
            )
                ? $"does not cite {cite.Path} {string.Join("-", cite.Lines ?? [])}"
            : null;
    }

    [GeneratedRegex(@"\[[0-9]+\]")]
    private static partial Regex Number();
}
