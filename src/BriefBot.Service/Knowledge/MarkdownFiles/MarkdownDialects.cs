using System.Text.RegularExpressions;

namespace BriefBot.Service.Knowledge.MarkdownFiles;

/// <summary>Converts the syntax of documentation tools to Markdown or removes it, keeping every line's number and all code.</summary>
/// <remarks>
/// Handles components and imports of MDX, attributes and snippets of MkDocs, shortcodes of Hugo, tags of Jekyll, comments, tags and
/// callouts of Obsidian, spans and citations of Pandoc, roles and directives of MyST.
/// </remarks>
internal sealed partial class MarkdownDialects
{
    /// <summary>Maximum number of lines of a tag.</summary>
    private const int LongestTag = 40;

    /// <summary>Maximum indentation of a code block outside of lists and boxes.</summary>
    private const int DeepestFence = 3;

    /// <summary>A fence longer than code within is likely to contain.</summary>
    private const string ShortcodeFence = "~~~~~~~~~~";

    private readonly string[] _lines;

    /// <summary>Closing marks that no later line contains, so that they are not searched again.</summary>
    private readonly HashSet<string> _missing = [];
    private readonly MdxComponents _components;
    private readonly NestedFootnotes _footnotes;
    private readonly UndefinedReferences _references;
    private (char Mark, int Count, bool IsBox, int Indent)? _fence;

    /// <summary>The 0-based line that ends the shortcode of code that was opened last.</summary>
    private int _shortcodeEnd = -1;

    private MarkdownDialects(string text)
    {
        _lines = text.Split('\n');
        _components = new MdxComponents(_lines);
        _footnotes = new NestedFootnotes(_lines);
        _references = new UndefinedReferences(_lines);
    }

    /// <summary>Returns the text with as many lines.</summary>
    public static string Normalize(string text) => new MarkdownDialects(text).Write();

    private string Write()
    {
        for (var i = 0; i < _lines.Length; i++)
        {
            if (!IsFence(i) && !SkipsLines(i))
            {
                _lines[i] = Line(_references.Remove(_footnotes.Line(i)));
            }
        }

        return string.Join('\n', _lines);
    }

    /// <summary>
    /// Returns whether the line opens or closes a code block or is inside one. A MyST directive in a fence becomes a box.
    /// </summary>
    private bool IsFence(int i)
    {
        if (_shortcodeEnd >= i)
        {
            _lines[i] = _shortcodeEnd == i ? ShortcodeFence : _lines[i];
            return true;
        }

        if (_fence is null && !_lines[i].AsSpan().ContainsAny('`', '~', '{'))
        {
            return false;
        }

        if (
            _fence is null
            && _lines[i].Contains("{{", StringComparison.Ordinal)
            && CodeShortcode().Match(_lines[i]) is { Success: true } shortcode
            && End(i + 1, $"/{shortcode.Groups["name"].Value}", _lines.Length) is { } shortcodeEnd
        )
        {
            _lines[i] = ShortcodeFence;
            _shortcodeEnd = shortcodeEnd;
            return true;
        }

        if (
            _fence is { Indent: > DeepestFence } deep
            && !string.IsNullOrWhiteSpace(_lines[i])
            && IndentOf(_lines[i]) < deep.Indent - DeepestFence
        )
        {
            // The list or box around the code block has ended.
            _fence = null;
        }

        var match =
            _lines[i].Contains("```", StringComparison.Ordinal) || _lines[i].Contains("~~~", StringComparison.Ordinal)
                ? Fence().Match(_lines[i])
                : Match.Empty;
        if (_fence is { } open)
        {
            return IsInFence(i, open, match);
        }

        if (match.Success)
        {
            OpenFence(i, match);
        }

        return match.Success;
    }

    /// <summary>Closes the fence on its closing line; returns whether the line belongs to a block of code.</summary>
    private bool IsInFence(int i, (char Mark, int Count, bool IsBox, int Indent) open, Match match)
    {
        var mark = match.Groups["mark"].Value;
        if (match.Success && mark.Length >= open.Count && mark[0] == open.Mark && match.Groups["info"].ValueSpan.IsWhiteSpace())
        {
            _lines[i] = open.IsBox ? match.Groups["indent"].Value + new string(':', open.Count + 1) : _lines[i];
            _fence = null;
            return true;
        }

        if (open.IsBox && Option().IsMatch(_lines[i]))
        {
            _lines[i] = "";
        }

        return !open.IsBox;
    }

    private void OpenFence(int i, Match match)
    {
        var (fence, info) = (match.Groups["mark"].Value, match.Groups["info"].Value.Trim());
        var directive = Directive().Match(info);
        var isBox = directive.Success && !IsCode().IsMatch(directive.Groups["name"].ValueSpan);
        _fence = (fence[0], fence.Length, isBox, IndentOf(_lines[i]));
        _lines[i] = isBox
            ? $"{match.Groups["indent"].Value}{new string(':', fence.Length + 1)} {directive.Groups["name"].Value} {directive.Groups["title"].Value}"
            : _lines[i];
    }

    private static int IndentOf(string line) => line.Length - line.AsSpan().TrimStart(' ').Length;

    /// <summary>Returns whether the line begins a construct of several lines that is removed or replaced.</summary>
    private bool SkipsLines(int i)
    {
        var line = _lines[i];
        var trimmed = line.AsSpan().Trim();
        if (trimmed is not ['%' or '{' or '-' or 'e' or '<', ..])
        {
            return false;
        }

        if (trimmed.StartsWith("%%") && !trimmed[2..].Contains("%%", StringComparison.Ordinal))
        {
            return Blank(i, End(i + 1, "%%", _lines.Length));
        }

        if (trimmed.StartsWith("{/*") && !trimmed.Contains("*/}", StringComparison.Ordinal))
        {
            return Blank(i, End(i + 1, "*/}", _lines.Length));
        }

        if (
            (trimmed.StartsWith("{{<") && !trimmed.Contains(">}}", StringComparison.Ordinal))
            || (trimmed.StartsWith("{{%") && !trimmed.Contains("%}}", StringComparison.Ordinal))
        )
        {
            return Blank(i, End(i + 1, "}}", i + LongestTag));
        }

        if (trimmed.SequenceEqual("--8<--"))
        {
            return Blank(i, End(i + 1, "--8<--", i + LongestTag));
        }

        if (trimmed.StartsWith("export") && Export().IsMatch(line))
        {
            var end = Array.FindIndex(_lines, i, string.IsNullOrWhiteSpace);
            return Blank(i, (end < 0 ? _lines.Length : end) - 1);
        }

        return trimmed.StartsWith("<") && _components.Replaces(i);
    }

    /// <summary>The last line up to <paramref name="most"/> that holds a text, or null.</summary>
    private int? End(int from, string text, int most)
    {
        var (first, count) = (Math.Min(from, _lines.Length), Math.Max(Math.Min(most, _lines.Length) - from, 0));
        var end = _missing.Contains(text)
            ? -1
            : Array.FindIndex(_lines, first, count, line => line.Contains(text, StringComparison.Ordinal));
        _ = end < 0 && most >= _lines.Length && _missing.Add(text);
        return end < 0 ? null : end;
    }

    private bool Blank(int first, int? last)
    {
        for (var i = first; i <= last; i++)
        {
            _lines[i] = "";
        }

        return last is not null;
    }

    /// <summary>Returns a line without the syntax outside of code between backticks.</summary>
    private static string Line(string line)
    {
        var trimmed = line.AsSpan().Trim();
        if (trimmed.Length == 0)
        {
            return line;
        }

        // A pattern is tried only on lines with its characters, which most lines lack.
        if (LeftOutLine.IsMatch(line, trimmed))
        {
            return "";
        }

        line =
            trimmed.StartsWith("<!--") && CommentFirst().Match(line) is { Success: true } comment
                ? comment.Groups["indent"].Value + comment.Groups["text"].Value
                : line;
        line = !line.Contains("[!", StringComparison.Ordinal)
            ? line
            : Callout()
                .Replace(
                    line,
                    callout =>
                        callout.Groups["before"].Value + (callout.Groups["title"] is { Length: > 0 } title ? $"###### {title.Value}" : "")
                );
        line = trimmed[^1] == '}' ? HeadingAttributes().Replace(line, "") : line;
        line = line.Contains('^') ? BlockId().Replace(line, "") : line;
        line = line.Contains(" #", StringComparison.Ordinal) ? Tags().Replace(line, "${end}") : line;
        return InlineMarks.Remove(line);
    }

    [GeneratedRegex(
        @"^(?<indent>[ \t]*(?:>[ \t]{0,4})*(?:[-*+][ \t]+|[0-9]{1,9}[.)][ \t]+)?)(?<mark>`{3,}|~{3,})(?<info>[^`]*)$",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Fence();

    [GeneratedRegex(
        @"^[ \t]*\{\{[<%][ \t]*(?<name>highlight|code[\w-]*)(?:[ \t](?:[^{}]*[^{}/])?)?[%>]\}\}[ \t]*$",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex CodeShortcode();

    [GeneratedRegex(@"^\{(?<name>[a-z][\w:-]*)\}[ \t]*(?<title>.*)$", RegexOptions.NonBacktracking)]
    private static partial Regex Directive();

    [GeneratedRegex(
        "^(?:code|code-block|code-cell|sourcecode|literalinclude|math|mermaid|eval-rst|parsed-literal|toctree|include|list-table|csv-table|r|python|bash|julia)$",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex IsCode();

    [GeneratedRegex(@"^[ \t]*:[a-z][\w-]*:(?:[ \t].*)?$", RegexOptions.NonBacktracking)]
    private static partial Regex Option();

    [GeneratedRegex(@"^export[ \t]+(?:const|let|var|function|default|async)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Export();

    [GeneratedRegex(
        @"^(?<before>[ \t]*(?:[-*+][ \t]+|[0-9]{1,9}[.)][ \t]+)?(?:>[ \t]?)+)\[![\w-]+(?:\|[^\]]*)?\][+-]?[ \t]*(?<title>.*)$",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Callout();

    [GeneratedRegex(@"^(?<indent>[ \t]*)<!--(?:[^-]|-[^-])*-->[ \t]*(?<text>[^<\s].*)$", RegexOptions.NonBacktracking)]
    private static partial Regex CommentFirst();

    [GeneratedRegex(@"[ \t]\^[A-Za-z0-9-]*[A-Za-z][A-Za-z0-9-]*[ \t]*$", RegexOptions.NonBacktracking)]
    private static partial Regex BlockId();

    [GeneratedRegex(@"(?<end>[.!?)])(?:[ \t]+#[A-Za-z][\w/-]*)+[ \t]*$", RegexOptions.NonBacktracking)]
    private static partial Regex Tags();

    [GeneratedRegex(@"[ \t]+\{:?[ \t]*(?:[#.][A-Za-z][^}]*|[\w-]+=[""'][^}]*|data-[^}]*)\}[ \t]*$", RegexOptions.NonBacktracking)]
    private static partial Regex HeadingAttributes();
}
