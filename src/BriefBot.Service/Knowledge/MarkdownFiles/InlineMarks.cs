using System.Text;
using System.Text.RegularExpressions;
using Markdig.Extensions.Emoji;

namespace BriefBot.Service.Knowledge.MarkdownFiles;

/// <summary>
/// Leaves out the marks of documentation tools within a line: shortcodes, comments, attributes, citations, icons, roles. Code between
/// backticks stays as it is.
/// </summary>
internal static partial class InlineMarks
{
    private static readonly IDictionary<string, string> KnownEmoji = EmojiMapping.GetDefaultEmojiShortcodeToUnicode();

    /// <summary>Returns the line without them.</summary>
    public static string Remove(string line)
    {
        if (!line.Contains('`'))
        {
            return Inline(line, isAfterCode: false);
        }

        var text = new StringBuilder();
        var at = 0;
        foreach (var (start, end) in CodeSpans(line))
        {
            var before = Inline(line[at..start], at > 0);
            var role = Role().Match(before);
            text.Append(role.Success ? before[..role.Index] : before).Append(role.Success ? RoleText(line[start..end]) : line[start..end]);
            at = end;
        }

        return text.Append(Inline(line[at..], at > 0)).ToString();
    }

    /// <summary>Returns the texts between two equal runs of backticks, including these.</summary>
    public static IEnumerable<(int Start, int End)> CodeSpans(string line)
    {
        for (var i = line.IndexOf('`'); i >= 0; i = i < line.Length ? line.IndexOf('`', i) : -1)
        {
            var count = Run(line, i);
            var end = i + count;
            while (end < line.Length && !(line[end] == '`' && Run(line, end) == count))
            {
                end += line[end] == '`' ? Run(line, end) : 1;
            }

            if (end < line.Length)
            {
                yield return (i, end + count);
            }

            i = end < line.Length ? end + count : i + count;
        }
    }

    private static int Run(string line, int start)
    {
        var end = start;
        while (end < line.Length && line[end] == '`')
        {
            end++;
        }

        return end - start;
    }

    /// <summary>The text of a reference, without its target.</summary>
    private static string RoleText(string code)
    {
        var text = code.Trim('`');
        return text.IndexOf(" <", StringComparison.Ordinal) is > 0 and var target && text.EndsWith('>') ? text[..target] : text;
    }

    private static string Inline(string text, bool isAfterCode)
    {
        // A pattern is tried only on lines with its characters, which most lines lack.
        if (text.Contains('{'))
        {
            text = isAfterCode ? AttributesFirst().Replace(text, "") : text;
            text = Shortcode().Replace(text, "${space}");
            text = Address().Replace(text, "](${rest})");
            text = Critic().Replace(text, mark => mark.Groups["kept"].Value);
        }
        else if (text.Contains("%%", StringComparison.Ordinal))
        {
            text = Shortcode().Replace(text, "${space}");
        }

        text = text.Contains('@') ? Citation().Replace(text, "${after}") : text;
        text = text.Contains('{') ? Attributes().Replace(Span().Replace(text, "${text}"), "${before}") : text;
        return !MayHoldIcon(text) ? text : Icon().Replace(text, icon => KnownEmoji.ContainsKey(icon.Value) ? icon.Value : "");
    }

    /// <summary>
    /// Returns whether a colon precedes a small letter and another colon follows, as in <c>:smile:</c>; not so in addresses and times.
    /// </summary>
    private static bool MayHoldIcon(string text)
    {
        for (var i = text.IndexOf(':'); i >= 0 && i < text.Length - 1; i = text.IndexOf(':', i + 1))
        {
            if (char.IsAsciiLetterLower(text[i + 1]))
            {
                return text.IndexOf(':', i + 1) >= 0;
            }
        }

        return false;
    }

    [GeneratedRegex(@"\{[a-z][\w:.+-]*\}$", RegexOptions.NonBacktracking)]
    private static partial Regex Role();

    [GeneratedRegex(@"\{\{[<%][^{}]*[>%]\}\}|\{%[^{}]*%\}|\{/\*[^{}]*\*/\}|\{' '\}|(?<space>^|\s)%%[^%]*%%", RegexOptions.NonBacktracking)]
    private static partial Regex Shortcode();

    [GeneratedRegex(@"\]\([ \t]*\{\{[^{}]*\}\}(?<rest>[^\s)]*)\)", RegexOptions.NonBacktracking)]
    private static partial Regex Address();

    [GeneratedRegex(
        @"\{--[^{}]{0,500}--\}|\{\+\+(?<kept>[^{}]{0,500})\+\+\}|\{~~[^{}~]{0,500}~>(?<kept>[^{}~]{0,500})~~\}|\{==(?<kept>[^{}]{0,500})==\}|\{>>[^{}]{0,500}<<\}",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Critic();

    [GeneratedRegex(@"\[(?:see[ ])?-?@[\w:.#$%&+?<>~-]+(?:[,;][^\[\]]*)?\](?<after>[^(\[:]|$)", RegexOptions.NonBacktracking)]
    private static partial Regex Citation();

    [GeneratedRegex(@"\[(?<text>[^\[\]]+)\]\{[ \t]*[.#][^{}]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex Span();

    [GeneratedRegex(
        @"(?<before>[)\]*>])\{:?[ \t]*(?:[#.][^{}]*|[\w-]+=[^{}]*|data-[^{}]*)\}|(?<before>[_.!?”])\{:?[ \t]*[#.][A-Za-z][^{}]*\}",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Attributes();

    [GeneratedRegex(@"^\{:?[ \t]*(?:[#.][^{}]*|[\w-]+=[^{}]*|data-[^{}]*)\}", RegexOptions.NonBacktracking)]
    private static partial Regex AttributesFirst();

    [GeneratedRegex(
        @":(?:(?:material|octicons|fontawesome|simple)-[a-z0-9-]+:(?:\{[^{}]*\})?[ \t]*|[a-z]+(?:_[a-z0-9]+)+:)",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Icon();
}
