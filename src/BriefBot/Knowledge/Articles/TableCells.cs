namespace BriefBot.Knowledge.Articles;

/// <summary>The cells of a row, as <see cref="BlockKind.TableRow"/> joins them.</summary>
internal static class TableCells
{
    private const string Between = " | ";

    /// <summary>Returns the cells of a row, at least one; a cell may be empty.</summary>
    public static string[] Split(string row)
    {
        // White space is folded, so an empty cell at either end has lost a space.
        var text = row.StartsWith("| ", StringComparison.Ordinal) ? " " + row : row;
        text = text.EndsWith(" |", StringComparison.Ordinal) ? text + " " : text;
        return
        [
            .. text.Replace(" | | ", " |  | ", StringComparison.Ordinal)
                .Replace(" | | ", " |  | ", StringComparison.Ordinal)
                .Split(Between)
                .Select(cell => cell.Trim()),
        ];
    }

    /// <summary>Returns the cells in some columns, joined as a row; a column that the row has not is passed over.</summary>
    public static string Select(string row, IReadOnlyList<int> columns)
    {
        var cells = Split(row);
        return string.Join(Between, columns.Where(column => column < cells.Length).Select(column => cells[column]));
    }

    /// <summary>Returns whether <paramref name="row"/> contains the cells of <paramref name="part"/> in the same order.</summary>
    public static bool Holds(string row, string part)
    {
        var next = 0;
        var cells = Split(row);
        foreach (var cell in Split(part))
        {
            next = Array.IndexOf(cells, cell, next) + 1;
            if (next == 0)
            {
                return false;
            }
        }

        return true;
    }
}
