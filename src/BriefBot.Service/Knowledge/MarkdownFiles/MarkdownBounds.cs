namespace BriefBot.Service.Knowledge.MarkdownFiles;

/// <summary>
/// Finds input that would keep Markdig busy for minutes: it searches the whole paragraph for the end of a link or tag, fills up table rows
/// to the longest, and slows down with the number of definitions.
/// </summary>
internal static class MarkdownBounds
{
    /// <summary>In characters that are looked at: about five seconds.</summary>
    private const long MostWork = 5_000_000_000;

    /// <summary>The cost of a table cell in time and memory, compared with that of a character.</summary>
    private const long WorkOfCell = 2_500;

    /// <summary>The 1-based line of the paragraph at which the text becomes too much, or null.</summary>
    public static int? FindTooLarge(string text)
    {
        var (line, first, spent, definitions) = (0, 1, 0L, 0L);
        var (openings, length, rows, columns) = (0L, 0L, 0L, 0L);
        foreach (var range in text.AsSpan().Split('\n'))
        {
            line++;
            var content = text.AsSpan(range);
            if (EndsParagraph(content))
            {
                spent += Work();
                (first, openings, length, rows, columns) = (content.IsWhiteSpace() ? line + 1 : line, 0, 0, 0, 0);
            }

            definitions += content.Count("]:");
            (openings, length) = (openings + Openings(content), length + content.Length);
            (rows, columns) = (rows + 1, Math.Max(columns, content.Count('|')));
            if (spent + Work() + (definitions * definitions) > MostWork)
            {
                return first;
            }
        }

        return null;

        long Work() => (openings * length) + (rows * columns * WorkOfCell);
    }

    /// <summary>Returns whether a paragraph or table can't go on with this line: it is blank, or an item of a list.</summary>
    private static bool EndsParagraph(ReadOnlySpan<char> line) =>
        line.IsWhiteSpace() || (line is ['-' or '*' or '+', ' ', .. var item] && !item.IsWhiteSpace());

    /// <summary>Each begins something whose end is looked for.</summary>
    private static int Openings(ReadOnlySpan<char> line) => line.Count("](") + line.Count("]:") + line.Count("<?") + line.Count("<!");
}
