using BriefBot.Answers;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Chat.Writing;

/// <summary>A row of a table as a line of text, for networks that draw no tables.</summary>
internal static class TableRow
{
    /// <summary>Returns whether the sentence is the header row of the one after it, which then names its columns itself.</summary>
    public static bool IsHeaderOf(AnswerSentence header, AnswerSentence? row) =>
        header.Form.Kind == BlockKind.TableHeader
        && row?.Form.Kind == BlockKind.TableRow
        && row.Part == header.Part
        && row.Question == header.Question;

    /// <summary>
    /// Returns the first cell, then each other cell after the name of its column: "Heron – Drive: battery; Passengers: 120". Empty cells
    /// are left out.
    /// </summary>
    public static string Text(IReadOnlyList<string> header, IReadOnlyList<string> cells)
    {
        var rest = cells
            .Index()
            .Skip(1)
            .Where(cell => cell.Item.Length > 0)
            .Select(cell => cell.Index < header.Count && header[cell.Index].Length > 0 ? $"{header[cell.Index]}: {cell.Item}" : cell.Item);
        return string.Join(" – ", new[] { cells[0], string.Join("; ", rest) }.Where(part => part.Length > 0));
    }
}
