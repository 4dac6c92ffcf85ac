using System.Text.RegularExpressions;

namespace BriefBot.Service.Knowledge.MarkupFiles;

/// <summary>Writes the tables of reStructuredText as those of Markdown.</summary>
internal static partial class RestructuredTables
{
    /// <summary>Writes the table that begins at a line, and returns its last line; null where none does.</summary>
    public static int? Write(string[] lines, int i) =>
        SimpleBorder().IsMatch(lines[i]) ? Columns(lines, i)
        : GridBorder().IsMatch(lines[i]) ? Grid(lines, i)
        : null;

    /// <summary>Returns the columns of a table between lines of <c>=</c>, which mark where they begin.</summary>
    private static int? Columns(string[] lines, int i)
    {
        var columns = Column().Matches(lines[i]).Select(column => column.Index).ToArray();
        var end = Array.FindIndex(lines, i + 1, string.IsNullOrWhiteSpace) is >= 0 and var blank ? blank - 1 : lines.Length - 1;
        var borders = Enumerable.Range(i, end - i + 1).Where(line => SimpleBorder().IsMatch(lines[line])).ToArray();
        var isBorder = borders.ToHashSet();
        if (columns.Length < 2 || borders.Length < 2)
        {
            return null;
        }

        for (var line = i; line <= end; line++)
        {
            var text = lines[line];
            var cells = columns.Select((start, column) => Cell(text, start, column + 1 < columns.Length ? columns[column + 1] : null));
            lines[line] =
                !isBorder.Contains(line) ? $"| {string.Join(" | ", cells)} |"
                : borders.Length > 2 && line == borders[1] ? "|" + string.Concat(columns.Select(_ => "---|"))
                : "";
        }

        return end;
    }

    /// <summary>A table drawn with lines: the row above the first of <c>=</c>, or above the first line within, names the columns.</summary>
    private static int Grid(string[] lines, int i)
    {
        var end = i;
        while (end + 1 < lines.Length && GridLine().IsMatch(lines[end + 1]))
        {
            end++;
        }

        var borders = Enumerable.Range(i, end - i + 1).Where(line => GridBorder().IsMatch(lines[line])).ToList();
        var under = borders.Find(line => lines[line].Contains('=')) is > 0 and var heavy ? heavy : borders.ElementAtOrDefault(1);
        var columns = lines[i].Trim().Count(mark => mark == '+') - 1;
        foreach (var border in borders)
        {
            lines[border] =
                border == i || border == end ? ""
                : border == under ? "|" + string.Concat(Enumerable.Repeat("---|", columns))
                : "|" + string.Concat(Enumerable.Repeat(" |", columns));
        }

        return end;
    }

    /// <summary>Writes the table that a directive holds as items, or as lines of values, and returns its last line.</summary>
    public static int WriteDirective(string[] lines, int i, int end)
    {
        var isList = lines[i].Contains("list-table", StringComparison.Ordinal);
        var content = Enumerable.Range(i + 1, end - i).ToArray();
        var header = Array.Find(content, line => lines[line].TrimStart().StartsWith(":header:", StringComparison.Ordinal));
        var hasHeader = header > 0 || content.Any(line => lines[line].TrimStart().StartsWith(":header-rows:", StringComparison.Ordinal));
        var columns = isList
            ? content.Where(line => Item().IsMatch(lines[line])).Skip(1).TakeWhile(line => !lines[line].TrimStart().StartsWith('*')).Count()
                + 1
            : content.Where(line => header == line || IsText(lines[line])).Select(line => Values(lines[line]).Count).FirstOrDefault();
        var rows = new HtmlRows(columns, hasHeader);
        foreach (var line in content)
        {
            var text = lines[line];
            lines[line] =
                line == header && header > 0 ? string.Concat(Values(text.TrimStart()[":header:".Length..]).Select(rows.Cell))
                : !IsText(text) ? HtmlRows.NoText
                : !isList ? string.Concat(Values(text).Select(rows.Cell))
                : Item().Match(text) is { Success: true } item ? rows.Cell(Plain(text[item.Length..]))
                : HtmlRows.Text(Plain(text));
        }

        lines[i] = "<table>";
        lines[end] += end > i ? "</table>" : "";
        return end;
    }

    private static bool IsText(string line) => !string.IsNullOrWhiteSpace(line) && !line.TrimStart().StartsWith(':');

    private static string Plain(string text) => PlainLink().Replace(RestructuredInlines.Write(text.Trim()), "${text}");

    private static List<string> Values(string line) =>
        [.. Value().Matches(line).Select(value => Plain(value.Groups["value"].Value.Trim()))];

    private static string Cell(string line, int start, int? end) =>
        start >= line.Length
            ? ""
            : RestructuredInlines.Write(
                line[start..Math.Min(end ?? line.Length, line.Length)].Trim().Replace("|", "\\|", StringComparison.Ordinal)
            );

    [GeneratedRegex(@"^ *(?:\* +-|-)(?: +|$)", RegexOptions.NonBacktracking)]
    private static partial Regex Item();

    [GeneratedRegex(@"""(?<value>[^""]*)""|(?<value>[^,""\s][^,""]*)", RegexOptions.NonBacktracking)]
    private static partial Regex Value();

    [GeneratedRegex(@"\[(?<text>[^\[\]]*)\]\([^()]*\)", RegexOptions.NonBacktracking)]
    private static partial Regex PlainLink();

    [GeneratedRegex("^ *={2,}(?: +={2,})+ *$", RegexOptions.NonBacktracking)]
    private static partial Regex SimpleBorder();

    [GeneratedRegex("={2,}", RegexOptions.NonBacktracking)]
    private static partial Regex Column();

    [GeneratedRegex(@"^ *\+[-=]+(?:\+[-=]+)+\+ *$", RegexOptions.NonBacktracking)]
    private static partial Regex GridBorder();

    [GeneratedRegex(@"^ *[+|].*[+|] *$", RegexOptions.NonBacktracking)]
    private static partial Regex GridLine();
}
