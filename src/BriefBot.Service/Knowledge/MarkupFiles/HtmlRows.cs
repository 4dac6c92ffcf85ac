using System.Net;

namespace BriefBot.Service.Knowledge.MarkupFiles;

/// <summary>Writes table cells as an HTML table, because they may stand on lines of their own and a Markdown row is one line.</summary>
internal sealed class HtmlRows
{
    /// <summary>In the place of a line without text: a blank one would end the table.</summary>
    public const string NoText = "<!-- -->";

    private readonly int _columns;
    private readonly bool _hasHeader;
    private int _cells;

    /// <param name="columns">Number of cells in a row.</param>
    /// <param name="hasHeader">Whether the first row names the columns.</param>
    public HtmlRows(int columns, bool hasHeader) => (_columns, _hasHeader) = (Math.Max(columns, 1), hasHeader);

    /// <summary>Returns the next cell.</summary>
    public string Cell(string text)
    {
        var (begins, isHeader) = (_cells % _columns == 0, _hasHeader && _cells < _columns);
        _cells++;
        return $"{(begins ? "<tr>" : "")}{(isHeader ? "<th>" : "<td>")}{Text(text)}";
    }

    /// <summary>Returns more of the cell before.</summary>
    public static string Text(string text) =>
        WebUtility.HtmlEncode(text.Replace("`", "", StringComparison.Ordinal).Replace("**", "", StringComparison.Ordinal).Trim());
}
