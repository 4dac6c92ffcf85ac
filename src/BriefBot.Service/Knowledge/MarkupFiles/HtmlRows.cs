using System.Net;

namespace BriefBot.Service.Knowledge.MarkupFiles;

/// <summary>Writes the cells of a table, which may stand on lines of their own, as those of an HTML table: Markdown's own needs a row on one line.</summary>
internal sealed class HtmlRows
{
    /// <summary>In the place of a line without text: a blank one would end the table.</summary>
    public const string NoText = "<!-- -->";

    private readonly int _columns;
    private readonly bool _hasHeader;
    private int _cells;

    /// <param name="columns">How many cells a row has.</param>
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
    public static string Text(string text) => WebUtility.HtmlEncode(text.Replace("`", "", StringComparison.Ordinal).Replace("**", "", StringComparison.Ordinal).Trim());
}
