using System.Text;

namespace BriefBot.Knowledge.Folder;

/// <summary>
/// Reads <c>synonyms.txt</c> in Solr's format, one rule a line: <c>a, b, c</c> are equivalent, <c>x => y, z</c> holds one way, <c>#</c>
/// begins a comment line, a backslash escapes the next character.
/// </summary>
/// <remarks>An invalid line does not affect the others.</remarks>
internal static class SynonymFile
{
    /// <summary>The file's name, at the top of the knowledge folder.</summary>
    public const string Name = "synonyms.txt";

    private const int MaxBytes = 1_000_000;
    private const int MaxRules = 10_000;
    private const int MaxEntries = 20;

    /// <summary>Returns the problem of the whole file, or null.</summary>
    public static Problem? Refuse(string path, ReadOnlySpan<byte> content)
    {
        var message =
            content.Length > MaxBytes ? $"This has {content.Length} bytes; the limit for synonyms is {MaxBytes}. Remove some rules."
            : content.Contains((byte)0) ? "This looks like a binary file or UTF-16: it contains a zero byte. Save it as UTF-8 text."
            : null;
        return message is null ? null : new Problem(path, null, message);
    }

    /// <summary>The good lines as rules, the bad ones as problems.</summary>
    public static (IReadOnlyList<SynonymRule> Rules, IReadOnlyList<Problem> Problems) Read(string path, ReadOnlySpan<byte> content)
    {
        var rules = new List<SynonymRule>();
        var problems = new List<Problem>();
        var number = 0;
        foreach (var line in Lines(content))
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (rules.Count == MaxRules)
            {
                problems.Add(
                    new Problem(path, number, $"This rule and all after it aren’t read: the limit is {MaxRules}. Remove some rules.")
                );
                break;
            }

            var sides = Split(line);
            if (Wrong(line, sides) is { } message)
            {
                problems.Add(new Problem(path, number, message));
            }
            else
            {
                rules.Add(new SynonymRule(path, number, sides[0], sides[^1]));
            }
        }

        return (rules, problems);
    }

    /// <summary>Bytes that are no UTF-8 become a mark by which their line is known.</summary>
    private static string[] Lines(ReadOnlySpan<byte> content) =>
        Encoding
            .UTF8.GetString(content)
            .TrimStart('\uFEFF')
            .Replace("\r\n", "\n", StringComparison.Ordinal)
            .Replace('\r', '\n')
            .Split('\n', StringSplitOptions.TrimEntries);

    /// <summary>Returns the texts between the commas of each side of the arrow; one side where there is none.</summary>
    private static List<List<string>> Split(string line)
    {
        var sides = new List<List<string>> { new() };
        var entry = new StringBuilder();
        for (var i = 0; i < line.Length; i++)
        {
            var isArrow = line.AsSpan(i).StartsWith("=>");
            if (!isArrow && line[i] != ',')
            {
                i += line[i] == '\\' && i + 1 < line.Length ? 1 : 0;
                entry.Append(line[i]);
                continue;
            }

            Close();
            if (isArrow)
            {
                sides.Add([]);
                i++;
            }
        }

        Close();
        return sides;

        void Close()
        {
            sides[^1].Add(entry.ToString().Trim());
            entry.Clear();
        }
    }

    private static string? Wrong(string line, List<List<string>> sides) =>
        sides switch
        {
            _ when line.Contains('\uFFFD', StringComparison.Ordinal) => "This isn’t UTF-8. Save the file as UTF-8.",
            { Count: > 2 } => "More than one =>. Write one rule per line.",
            _ when sides.Exists(side => side.Contains("")) =>
                "A term is missing before or after a comma or =>. Add the term, or remove the sign. To write a comma within a term, use \\,",
            [{ Count: 1 }] => "This line has only one term. Add a synonym after a comma, or its meaning after =>.",
            _ when sides.Exists(side => side.Count > MaxEntries) => $"More than {MaxEntries} words. Split the rule.",
            _ => null,
        };
}

/// <summary>A rule of the folder's synonyms: articles may use one of the second words for one of the first.</summary>
/// <param name="Path">The path of its file, below the knowledge folder.</param>
/// <param name="Line">Its 1-based line there.</param>
/// <param name="Asked">Words or groups of words of a question, as they were written; never empty.</param>
/// <param name="Meant">The words articles may use; the same as <paramref name="Asked"/> where all are equivalent.</param>
public sealed record SynonymRule(string Path, int Line, IReadOnlyList<string> Asked, IReadOnlyList<string> Meant);
