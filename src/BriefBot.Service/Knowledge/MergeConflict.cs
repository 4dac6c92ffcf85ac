using BriefBot.Knowledge;

namespace BriefBot.Service.Knowledge;

/// <summary>Finds what an unresolved merge leaves in a file: the marks around both versions are no text of the article.</summary>
internal static class MergeConflict
{
    private const int MarkLength = 7;

    /// <summary>
    /// Returns the text with empty lines in place of the marks, and the 1-based line of the first; null where there is no conflict. Marks
    /// within fenced code are text.
    /// </summary>
    public static (string Text, int? Line) Remove(string text)
    {
        if (!text.Contains("<<<<<<<", StringComparison.Ordinal))
        {
            return (text, null);
        }

        var lines = text.Split('\n');
        int? first = null;
        int? start = null;
        var isCode = false;
        for (var i = 0; i < lines.Length; i++)
        {
            isCode ^=
                start is null
                && (lines[i].StartsWith("```", StringComparison.Ordinal) || lines[i].StartsWith("~~~", StringComparison.Ordinal));
            if (!isCode && IsMark(lines[i], '<'))
            {
                start = i;
            }
            else if (
                start is { } began
                && IsMark(lines[i], '>')
                && Array.FindIndex(lines, began, i - began, line => IsMark(line, '=')) >= 0
            )
            {
                first ??= began + 1;
                for (var mark = began; mark <= i; mark++)
                {
                    lines[mark] = "<|=>".Any(character => IsMark(lines[mark], character)) ? "" : lines[mark];
                }

                start = null;
            }
        }

        return first is null ? (text, null) : (string.Join('\n', lines), first);
    }

    /// <summary>Returns the warning for the conflict at a line.</summary>
    public static Problem Warn(string path, int line) =>
        new(
            path,
            line,
            "A merge conflict wasn’t resolved here, so both versions are read. Keep one, and remove the lines <<<<<<<, ======= and >>>>>>>."
        )
        {
            Severity = Severity.Warning,
        };

    private static bool IsMark(string line, char character) =>
        line.Length >= MarkLength
        && line.AsSpan(0, MarkLength).IndexOfAnyExcept(character) < 0
        && (line.Length == MarkLength || (line[MarkLength] == ' ' && character != '='));
}
