using System.Text.RegularExpressions;

namespace BriefBot.Service.Knowledge.MarkupFiles;

/// <summary>
/// Writes reStructuredText as Markdown, so that every line keeps its number: headings, lists, code, notes, tables and links. Directives
/// that only arrange or include are left out.
/// </summary>
internal sealed partial class RestructuredText
{
    /// <summary>Indentation of the content of a note with a title.</summary>
    private const int NoteIndent = 4;

    /// <summary>A fence longer than code within is likely to contain.</summary>
    private const string Fence = "```````";

    private readonly string[] _lines;

    /// <summary>Marks of headings in the order in which they were met: the first is the highest level.</summary>
    private readonly List<(char Mark, bool IsOver)> _levels = [];

    private RestructuredText(string text) => _lines = text.Split('\n');

    /// <summary>Returns the text as Markdown with as many lines.</summary>
    public static string ToMarkdown(string text) => new RestructuredText(text).Write();

    private string Write()
    {
        for (var i = 0; i < _lines.Length; i++)
        {
            i =
                IsHeading(i, out var last) ? last
                : Directive().Match(_lines[i]) is { Success: true } directive ? Direct(i, directive)
                : Comment().IsMatch(_lines[i]) ? LeaveOut(i, BlockEnd(i))
                : RestructuredTables.Write(_lines, i) is { } end ? end
                : AddText(i);
        }

        return string.Join('\n', _lines);
    }

    /// <summary>A line of text over a line of marks, perhaps below one of the same.</summary>
    private bool IsHeading(int i, out int last)
    {
        var isOver =
            i + 2 < _lines.Length
            && Adornment().IsMatch(_lines[i])
            && _lines[i + 2].TrimEnd() == _lines[i].TrimEnd()
            && !string.IsNullOrWhiteSpace(_lines[i + 1]);
        var (title, under) = isOver ? (i + 1, i + 2) : (i, i + 1);
        last = under;
        if (
            under >= _lines.Length
            || string.IsNullOrWhiteSpace(_lines[title])
            || !Adornment().IsMatch(_lines[under])
            || Adornment().IsMatch(_lines[title])
            || (!isOver && (_lines[title][0] == ' ' || _lines[under].TrimEnd().Length < Math.Min(_lines[title].TrimEnd().Length, 4)))
        )
        {
            return false;
        }

        var mark = (_lines[under][0], isOver);
        if (!_levels.Contains(mark))
        {
            _levels.Add(mark);
        }

        _lines[title] = $"{new string('#', Math.Min(_levels.IndexOf(mark) + 1, 6))} {RestructuredInlines.Write(_lines[title].Trim())}";
        _lines[under] = "";
        if (isOver)
        {
            _lines[i] = "";
        }

        return true;
    }

    /// <summary>Writes a directive, and returns the last line that is done with.</summary>
    private int Direct(int i, Match directive)
    {
        var (indent, name, argument) = (
            directive.Groups["indent"].Length,
            directive.Groups["name"].Value,
            directive.Groups["argument"].Value.Trim()
        );
        var end = BlockEnd(i);
        if (LeftOut().IsMatch(name))
        {
            return LeaveOut(i, end);
        }

        if (name is "list-table" or "csv-table")
        {
            return RestructuredTables.WriteDirective(_lines, i, end);
        }

        var content = i + 1;
        while (content <= end && Option().IsMatch(_lines[content]))
        {
            _lines[content++] = "";
        }

        if (Code().IsMatch(name))
        {
            return Fenced(i, content, end, indent);
        }

        var isObject = Described().IsMatch(name);
        var (text, isTitled) = (RestructuredInlines.Write(argument), Titled().IsMatch(name));
        _lines[i] =
            new string(' ', indent)
            + (
                isObject ? $"###### {text}"
                : isTitled ? $"!!! note \"{text.Replace('"', '\'')}\""
                : text
            );
        Indent(content, end, isTitled ? indent + NoteIndent : indent);
        return i;
    }

    /// <summary>Returns the last line indented below a line.</summary>
    private int BlockEnd(int i)
    {
        var (indent, end) = (IndentOf(_lines[i]), i);
        for (var next = i + 1; next < _lines.Length && (string.IsNullOrWhiteSpace(_lines[next]) || IndentOf(_lines[next]) > indent); next++)
        {
            end = string.IsNullOrWhiteSpace(_lines[next]) ? end : next;
        }

        return end;
    }

    private int LeaveOut(int first, int last)
    {
        Array.Fill(_lines, "", first, last - first + 1);
        return last;
    }

    /// <summary>Puts lines between fences: one at a line before them, one at the blank line after them.</summary>
    private int Fenced(int fence, int first, int last, int column)
    {
        Indent(first, last, column);
        _lines[fence] = new string(' ', column) + Fence;
        if (last + 1 < _lines.Length)
        {
            _lines[last + 1] = new string(' ', column) + Fence;
        }

        return last + 1;
    }

    /// <summary>Moves lines so that the least indented of them begins at a column.</summary>
    private int Indent(int first, int last, int column)
    {
        var least = _lines
            .Skip(first)
            .Take(last - first + 1)
            .Where(line => !string.IsNullOrWhiteSpace(line))
            .Select(IndentOf)
            .DefaultIfEmpty(0)
            .Min();
        for (var i = first; i <= last; i++)
        {
            _lines[i] = string.IsNullOrWhiteSpace(_lines[i]) ? "" : new string(' ', column) + _lines[i][least..];
        }

        return last;
    }

    private int AddText(int i)
    {
        var line = _lines[i];
        if (Field().Match(line) is { Success: true } field)
        {
            _lines[i] = $"- {field.Groups["name"].Value}: {RestructuredInlines.Write(field.Groups["text"].Value)}";
            return i;
        }

        var above = i > 0 ? _lines[i - 1] : "";
        var isDescription =
            !string.IsNullOrWhiteSpace(above)
            && IndentOf(line) > IndentOf(above)
            && !above.TrimStart().StartsWith(':')
            && !Item().IsMatch(above)
            && !Item().IsMatch(line);
        line = RestructuredInlines.Write(
            Item().Replace(LineBlock().Replace(line, "${indent}"), item => item.Value.Replace("#.", "1.", StringComparison.Ordinal))
        );
        _lines[i] = isDescription ? $":   {line.TrimStart()}" : line;
        if (!line.TrimEnd().EndsWith("::", StringComparison.Ordinal) || i + 1 >= _lines.Length || !string.IsNullOrWhiteSpace(_lines[i + 1]))
        {
            return i;
        }

        _lines[i] = line.TrimEnd() is "::" ? "" : _lines[i].TrimEnd()[..^1];
        var after = Array.FindIndex(_lines, i + 1, next => !string.IsNullOrWhiteSpace(next));
        return after < 0 || IndentOf(_lines[after]) <= IndentOf(line) ? i : Fenced(i + 1, after, BlockEnd(i), IndentOf(line));
    }

    private static int IndentOf(string line) => line.Length - line.AsSpan().TrimStart(' ').Length;

    [GeneratedRegex(
        @"^(?:={2,}|-{2,}|~{2,}|\^{2,}|""{2,}|\+{2,}|\*{2,}|#{2,}|'{2,}|`{2,}|:{2,}|\.{2,}|_{2,})\s*$",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Adornment();

    [GeneratedRegex(@"^(?<indent> *)\.\. (?:\|[^|]+\| )?(?<name>[a-z][\w:+-]*)::(?<argument>.*)$", RegexOptions.NonBacktracking)]
    private static partial Regex Directive();

    [GeneratedRegex(@"^ *\.\.(?: .*)?$", RegexOptions.NonBacktracking)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^ +:[A-Za-z][\w-]*:(?: .*)?$", RegexOptions.NonBacktracking)]
    private static partial Regex Option();

    [GeneratedRegex(
        "^(?:toctree|image|include|raw|contents|sectnum|meta|replace|unicode|date|role|default-role|highlight|index|math|graphviz|only|currentmodule|module|auto.*)$",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex LeftOut();

    [GeneratedRegex(
        "^(?:code|code-block|sourcecode|parsed-literal|literalinclude|prompt|console|doctest|testcode|testoutput|productionlist)$",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Code();

    [GeneratedRegex("^(?:admonition|topic|sidebar|tab|tab-item|dropdown)$", RegexOptions.NonBacktracking)]
    private static partial Regex Titled();

    [GeneratedRegex(
        "^(?:(?:[a-z]+:)?(?:function|method|class|data|attribute|exception|macro|type|option|program)|confval|envvar|setting|describe|rubric|cmdoption)$",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Described();

    [GeneratedRegex(@"^ *(?:[-*+•]|#\.|[0-9]+[.)]) ", RegexOptions.NonBacktracking)]
    private static partial Regex Item();

    [GeneratedRegex(@"^ *:(?<name>[A-Za-z][\w -]*): +(?<text>.+)$", RegexOptions.NonBacktracking)]
    private static partial Regex Field();

    [GeneratedRegex(@"^(?<indent> *)\| ", RegexOptions.NonBacktracking)]
    private static partial Regex LineBlock();
}
