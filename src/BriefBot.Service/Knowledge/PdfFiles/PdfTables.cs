using UglyToad.PdfPig.Content;
using Row = System.Collections.Generic.IReadOnlyList<System.Collections.Generic.IReadOnlyList<UglyToad.PdfPig.Content.Word>>;
using Table = System.Collections.Generic.IReadOnlyList<System.Collections.Generic.IReadOnlyList<System.Collections.Generic.IReadOnlyList<UglyToad.PdfPig.Content.Word>>>;

namespace BriefBot.Service.Knowledge.PdfFiles;

/// <summary>
/// Finds tables by their looks: three lines or more below each other that wide gaps cut into as many short cells, which
/// begin or end at the same place.
/// </summary>
internal static class PdfTables
{
    private const int FewestRows = 3;

    /// <summary>A gap between cells, in heights of a letter; between the words of justified text there is less.</summary>
    private const double CellGap = 1.5;

    /// <summary>Rows farther apart than this, in heights of a letter, are no rows of one table.</summary>
    private const double RowGap = 3.5;

    /// <summary>Two columns of running text look like a table, but hold more words in a line.</summary>
    private const double MostWordsOfACell = 4;

    /// <summary>Tolerance for the edges of cells, in points.</summary>
    private const double Tolerance = 3;

    /// <summary>The tables as rows of cells of words, from top to bottom and left to right.</summary>
    public static IReadOnlyList<Table> Find(IEnumerable<Word> words)
    {
        var tables = new List<Table>();
        var table = new List<Row>();
        foreach (var row in Lines(words).Select(Cells).Append([]))
        {
            if (table.Count > 0 && !Belongs(table[^1], row))
            {
                tables.AddRange(IsTable(table) ? [table] : []);
                table = [];
            }

            table.Add(row);
        }

        return tables;
    }

    /// <summary>Groups words of the same height into lines, from left to right.</summary>
    private static IEnumerable<List<Word>> Lines(IEnumerable<Word> words)
    {
        var line = new List<Word>();
        foreach (var word in words.OrderByDescending(Baseline))
        {
            if (line.Count > 0 && Baseline(line[0]) - Baseline(word) > HeightOf(word) / 2)
            {
                yield return line;
                line = [];
            }

            line.Add(word);
        }

        yield return line;
    }

    private static Row Cells(List<Word> line)
    {
        var cells = new List<List<Word>>();
        foreach (var word in line.OrderBy(word => word.BoundingBox.Left))
        {
            if (cells.Count == 0 || word.BoundingBox.Left - cells[^1][^1].BoundingBox.Right > CellGap * HeightOf(word))
            {
                cells.Add([]);
            }

            cells[^1].Add(word);
        }

        return cells;
    }

    private static bool Belongs(Row above, Row row) =>
        row.Count > 1
        && row.Count == above.Count
        && Baseline(above[0][0]) - Baseline(row[0][0]) < RowGap * HeightOf(row[0][0])
        && above
            .Zip(row)
            .All(cells =>
                IsNear(cells.First[0].BoundingBox.Left, cells.Second[0].BoundingBox.Left)
                || IsNear(cells.First[^1].BoundingBox.Right, cells.Second[^1].BoundingBox.Right)
            );

    private static bool IsTable(List<Row> rows) =>
        rows.Count >= FewestRows && rows[0].Count > 1 && rows.SelectMany(row => row).Average(cell => cell.Count) <= MostWordsOfACell;

    private static bool IsNear(double one, double other) => Math.Abs(one - other) <= Tolerance;

    private static double Baseline(Word word) => word.Letters[0].StartBaseLine.Y;

    private static double HeightOf(Word word) => Math.Max(word.Letters[0].PointSize, 1);
}
