using System.Globalization;
using System.Text.RegularExpressions;

namespace BriefBot.Service.Knowledge.MarkupFiles;

/// <summary>
/// Writes AsciiDoc as Markdown, so that every line keeps its number: headings, lists, code, tables, notes and links. Comments, attributes
/// and includes are left out.
/// </summary>
internal sealed partial class AsciiDoc
{
    /// <summary>A fence longer than code within is likely to contain.</summary>
    private const string Fence = "```````";

    private readonly string[] _lines;
    private readonly Dictionary<string, string> _attributes = new(StringComparer.Ordinal);

    /// <summary>Matches the end of the open block: code, a comment or a table.</summary>
    private string? _end;
    private Kind _kind;

    private HtmlRows? _rows;

    /// <summary>The attributes before the next block.</summary>
    private string _tableAttributes = "";
    private bool _isInItem;

    private AsciiDoc(string text) => _lines = text.Split('\n');

    private enum Kind
    {
        Code,
        Comment,
        Table,
    }

    /// <summary>Returns the text as Markdown with as many lines.</summary>
    public static string ToMarkdown(string text) => new AsciiDoc(text).Write();

    private string Write()
    {
        for (var i = 0; i < _lines.Length; i++)
        {
            _lines[i] = _end is null ? Line(i) : InBlock(i);
        }

        return string.Join('\n', _lines);
    }

    private string InBlock(int i)
    {
        var line = _lines[i];
        if (line.TrimEnd() == _end)
        {
            _end = null;
            return _kind == Kind.Code ? Fence
                : _kind == Kind.Table ? "</table>"
                : "";
        }

        return _kind switch
        {
            Kind.Code => line,
            Kind.Comment => "",
            _ => Row(i),
        };
    }

    /// <summary>Each bar begins a cell.</summary>
    private string Row(int i)
    {
        var line = _lines[i].Trim();
        _rows ??= NewRows(i);
        return line.Length == 0 ? HtmlRows.NoText
            : line.StartsWith('|') ? string.Concat(line[1..].Split('|').Select(cell => _rows.Cell(Plain(cell))))
            : HtmlRows.Text(Plain(line));
    }

    /// <summary>
    /// As many columns as the attribute before the table says, or its first line has cells; a blank line after that one makes it a header
    /// too.
    /// </summary>
    private HtmlRows NewRows(int i)
    {
        var sizes = Columns().Match(_tableAttributes) is { Success: true } said ? said.Groups["sizes"].Value : "";
        var columns =
            Repeated().Match(sizes) is { Success: true } times ? int.Parse(times.Groups["times"].ValueSpan, CultureInfo.InvariantCulture)
            : sizes.Length > 0 ? sizes.Count(mark => mark is ',' or ';') + 1
            : _lines[i].Count(mark => mark == '|');
        var isApart = i + 1 < _lines.Length && string.IsNullOrWhiteSpace(_lines[i + 1]) && _lines[i].Count(mark => mark == '|') == columns;
        return new HtmlRows(columns, isApart || _tableAttributes.Contains("header", StringComparison.Ordinal));
    }

    private string Plain(string text) => PlainLink().Replace(Inline(text), "${text}");

    private string Line(int i)
    {
        var line = _lines[i];
        if (Delimiter().Match(line) is { Success: true } delimiter)
        {
            (_end, _kind, _rows) = (
                line.TrimEnd(),
                delimiter.Groups["comment"].Success ? Kind.Comment
                : delimiter.Groups["table"].Success ? Kind.Table
                : Kind.Code,
                null
            );
            return _kind == Kind.Code ? Fence
                : _kind == Kind.Table ? "<table>"
                : "";
        }

        _tableAttributes =
            line.StartsWith('[') ? line
            : string.IsNullOrWhiteSpace(line) || BlockTitle().IsMatch(line) ? _tableAttributes
            : "";

        if (Attribute().Match(line) is { Success: true } attribute)
        {
            _attributes[attribute.Groups["name"].Value] = attribute.Groups["value"].Value.Trim();
            return "";
        }

        if (LeftOut().IsMatch(line))
        {
            return "";
        }

        line = Inline(line);
        return Heading().Match(line) is { Success: true } heading
                ? $"{new string('#', heading.Groups["level"].Length)} {heading.Groups["text"].Value}"
            : Item().Match(line) is { Success: true } item ? ItemOf(item)
            : Term().Match(line) is { Success: true } term ? $"- {term.Groups["term"].Value}: {term.Groups["text"].Value}"
            : BlockTitle().Match(line) is { Success: true } title ? $"**{title.Groups["text"].Value}**"
            : line.StartsWith(' ') && _isInItem ? line.TrimStart()
            : Track(line);
    }

    private string Track(string line)
    {
        _isInItem &= line.Length > 0;
        return line;
    }

    private string ItemOf(Match item)
    {
        _isInItem = true;
        var depth = item.Groups["mark"].Value is ['-', ..] ? 1 : item.Groups["mark"].Length;
        return $"{new string(' ', 3 * (depth - 1))}{(item.Groups["mark"].Value[0] == '.' ? "1." : "- ")} {item.Groups["text"].Value}";
    }

    private string Inline(string text)
    {
        text = Use().Replace(text, use => _attributes.GetValueOrDefault(use.Groups["name"].Value, use.Value));
        text = Link().Replace(text, link => $"[{link.Groups["text"].Value.TrimEnd('^')}]({link.Groups["url"].Value})");
        text = CrossReference().Replace(text, link => link.Groups["text"].Value);
        return Marks().Replace(text, mark => mark.Groups["text"].Value);
    }

    [GeneratedRegex(@"^(?:(?<comment>/{4,})|(?<table>[|,:!]===)|-{4,}|\.{4,}|`{3}\w*|\+{4,})\s*$", RegexOptions.NonBacktracking)]
    private static partial Regex Delimiter();

    [GeneratedRegex(@"cols=""?(?<sizes>[^""\]]*)", RegexOptions.NonBacktracking)]
    private static partial Regex Columns();

    [GeneratedRegex(@"^(?<times>[0-9]{1,2})\*", RegexOptions.NonBacktracking)]
    private static partial Regex Repeated();

    [GeneratedRegex(@"\[(?<text>[^\[\]]*)\]\([^()]*\)", RegexOptions.NonBacktracking)]
    private static partial Regex PlainLink();

    [GeneratedRegex(@"^:(?<name>!?[\w-]+!?):(?<value>.*)$", RegexOptions.NonBacktracking)]
    private static partial Regex Attribute();

    /// <summary>
    /// Matches comments, block attributes, anchors, conditions, includes, images, rules, and delimiters of blocks that are shown as
    /// ordinary text.
    /// </summary>
    [GeneratedRegex(
        @"^(?://(?:[^/].*)?|\[.*\]|(?:ifdef|ifndef|ifeval|endif|include|image|video|audio|toc|menu)::.*|'{3,}|<{3,}|={4,}|\*{4,}|_{4,}|--|\+)\s*$",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex LeftOut();

    [GeneratedRegex(@"^(?<level>={1,6})\s+(?<text>.+)$", RegexOptions.NonBacktracking)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\s*(?<mark>\*{1,5}|-|\.{1,5}|[0-9]+\.)\s+(?<text>.+)$", RegexOptions.NonBacktracking)]
    private static partial Regex Item();

    [GeneratedRegex(@"^\s*(?<term>[^\s:][^:]*):{2,4}(?:\s+(?<text>.*))?$", RegexOptions.NonBacktracking)]
    private static partial Regex Term();

    [GeneratedRegex(@"^\.(?<text>[^\s.].*)$", RegexOptions.NonBacktracking)]
    private static partial Regex BlockTitle();

    [GeneratedRegex(@"\{(?<name>[\w-]+)\}", RegexOptions.NonBacktracking)]
    private static partial Regex Use();

    [GeneratedRegex(@"(?:link:)?(?<url>https?://[^\s\[\]]+)\[(?<text>[^\]]+)\]", RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    [GeneratedRegex(
        @"<<[^<>,]+,\s*(?<text>[^<>]+)>>|<<(?<text>[^<>]+)>>|(?:xref|link):[^\s\[\]]+\[(?<text>[^\]]*)\]",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex CrossReference();

    [GeneratedRegex(
        @"(?:kbd|btn|menu):(?:[\w]+)?\[(?<text>[^\]]*)\]|\[\[[^\]]+\]\]|image:[^\s\[\]]+\[[^\]]*\]|\[[.#][^\]]*\]#(?<text>[^#]+)#",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Marks();
}
