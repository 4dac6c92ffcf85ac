using System.Text.RegularExpressions;

namespace BriefBot.Service.Knowledge.MarkdownFiles;

/// <summary>
/// Recognises lines that only a documentation tool reads: imports, snippets, tables of contents, abbreviations, attributes, labels, tags.
/// </summary>
internal static partial class LeftOutLine
{
    /// <param name="line">The line.</param>
    /// <param name="trimmed">The line without the white space around it; not empty.</param>
    public static bool IsMatch(string line, ReadOnlySpan<char> trimmed) =>
        trimmed[0] == '#' ? OnlyTags().IsMatch(line) : MayMatch(trimmed) && LeftOut().IsMatch(line);

    /// <summary>Returns whether a trimmed line has the first and last characters of a line that is left out.</summary>
    private static bool MayMatch(ReadOnlySpan<char> line) =>
        line[0] switch
        {
            'i' => line.StartsWith("import "),
            ';' or '-' => line.StartsWith(";--8<--") || line.StartsWith("--8<--"),
            '<' => line.StartsWith("<<<") || line[^1] == '>',
            '*' => line.StartsWith("*["),
            '[' => line[^1] == ']',
            '{' => line[^1] == '}',
            '(' => line[^1] == '=',
            '^' => true,
            _ => false,
        };

    [GeneratedRegex(
        """
            ^[ \t]*
            (?:
                import\ .{1,500}\ from\ ["'][^"']+["'];? | import\ ["'][^"']+["'];?
                | ;?--8<--.* | <<<\ ?@?[./].*
                | \[(?:TOC|toc)\] | \[\[_?(?:TOC|toc)_?\]\] | \{:?toc\}
                | \*\[[^\]]+\]:.*
                | \{:?\ ?[.#][^}]*\} | \{:\ ?[^}]*\} | \{[\w-]+=["'][^}]*\}
                | \([A-Za-z][\w-]*\)=
                | \^[A-Za-z0-9-]+
                | <[a-z]+\b[^>]*\smarkdown(?:=["']?\w+["']?)?(?:\s[^>]*)?>
            )
            [ \t]*$
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.NonBacktracking
    )]
    private static partial Regex LeftOut();

    [GeneratedRegex(@"^[ ]{0,3}#[a-z][\w/-]*(?:[ \t]+#[A-Za-z][\w/-]*)*[ \t]*$", RegexOptions.NonBacktracking)]
    private static partial Regex OnlyTags();
}
