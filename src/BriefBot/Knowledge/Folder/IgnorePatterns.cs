using System.Text;
using System.Text.RegularExpressions;

namespace BriefBot.Knowledge.Folder;

/// <summary>The patterns of a <c>.briefignore</c>, in the syntax of gitignore.</summary>
/// <remarks>
/// <c>#</c> begins a comment, <c>!</c> includes again, <c>/</c> at the end means folders and elsewhere anchors to the file's own folder,
/// <c>*</c>, <c>?</c> and <c>[a-z]</c> match within a name, <c>**</c> across folders; the last match wins.
/// </remarks>
internal sealed class IgnorePatterns
{
    /// <summary>Maximum number of patterns read: nobody writes more by hand.</summary>
    private const int MostPatterns = 1_000;

    private const int LongestPattern = 500;

    /// <summary>Matches no character: a set that is never closed.</summary>
    private const string Nothing = @"[^\s\S]";

    private readonly List<(Regex Matches, bool IsIgnored, bool FoldersOnly)> _patterns = [];

    /// <summary>Reads the lines of a file; invalid patterns match nothing.</summary>
    public IgnorePatterns(IEnumerable<string> lines)
    {
        foreach (
            var line in lines.Select(Trimmed).Where(line => line.Length is > 0 and <= LongestPattern && line[0] != '#').Take(MostPatterns)
        )
        {
            var isIgnored = line[0] != '!';
            var pattern = isIgnored ? line : line[1..];
            var foldersOnly = pattern.EndsWith('/');
            pattern = foldersOnly ? pattern[..^1] : pattern;
            if (ToRegex(pattern) is { } regex)
            {
                _patterns.Add((regex, isIgnored, foldersOnly));
            }
        }
    }

    /// <summary>
    /// Returns whether the last pattern that matches leaves the path out (true) or takes it in (false); null where none matches.
    /// </summary>
    /// <param name="path">The path relative to the patterns' folder, with forward slashes.</param>
    /// <param name="isFolder">Whether it is a folder.</param>
    public bool? IsIgnored(string path, bool isFolder)
    {
        var last = _patterns.FindLastIndex(pattern => (isFolder || !pattern.FoldersOnly) && pattern.Matches.IsMatch(path));
        return last < 0 ? null : _patterns[last].IsIgnored;
    }

    /// <summary>Spaces at the end do not count unless the last is escaped.</summary>
    private static string Trimmed(string line)
    {
        var trimmed = line.TrimEnd(' ', '\t', '\r');
        return trimmed.EndsWith('\\') && trimmed.Length < line.Length ? trimmed + ' ' : trimmed;
    }

    /// <summary>Without backtracking, so that no pattern can take long.</summary>
    private static Regex? ToRegex(string pattern)
    {
        var isBound = pattern.Contains('/');
        var rest = pattern.TrimStart('/');
        try
        {
            return rest.Length == 0
                ? null
                : new Regex(
                    $"^{(isBound ? "" : "(?:.*/)?")}{Translated(rest)}$",
                    RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline,
                    TimeSpan.FromMilliseconds(MatchTimeout.Milliseconds)
                );
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string Translated(string pattern)
    {
        var regex = new StringBuilder();
        for (var i = 0; i < pattern.Length; )
        {
            var (text, length) = Piece(pattern.AsSpan(i), isFirst: i == 0 || pattern[i - 1] == '/');
            regex.Append(text);
            i += length;
        }

        return regex.ToString();
    }

    private static (string Regex, int Length) Piece(ReadOnlySpan<char> pattern, bool isFirst) =>
        pattern switch
        {
            ['*', '*', '/', ..] when isFirst => ("(?:.*/)?", 3),
            ['*', '*'] when isFirst => (".+", 2),
            ['*', '*', ..] => ("[^/]*", 2),
            ['*', ..] => ("[^/]*", 1),
            ['?', ..] => ("[^/]", 1),
            ['[', .. var rest] when rest[Math.Min(rest.Length, 1)..].IndexOf(']') is >= 0 and var end => (Set(rest[..(end + 1)]), end + 3),
            ['[', ..] => (Nothing, 1),
            ['\\', var escaped, ..] => (Regex.Escape(escaped.ToString()), 2),
            _ => (Regex.Escape(pattern[0].ToString()), 1),
        };

    /// <summary>One character of a set such as <c>a-z</c>, or with <c>!</c> or <c>^</c> before it one of all others.</summary>
    private static string Set(ReadOnlySpan<char> set)
    {
        var isNegated = set[0] is '!' or '^';
        var characters = (isNegated ? set[1..] : set)
            .ToString()
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("[", "\\[", StringComparison.Ordinal)
            .Replace("^", "\\^", StringComparison.Ordinal)
            .Replace("]", "\\]", StringComparison.Ordinal);
        return isNegated ? $"[^/{characters}]" : $"[{characters}]";
    }
}
