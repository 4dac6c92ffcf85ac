using AngleSharp.Dom;

namespace BriefBot.Service.Knowledge.HtmlFiles;

/// <summary>Tells data tables from layout tables.</summary>
internal static class HtmlTables
{
    /// <summary>A table that holds another or headings only puts things beside each other.</summary>
    public static bool IsLayout(IElement table) =>
        table.GetAttribute("role") == "presentation" || table.QuerySelector("table, h1, h2, h3, h4, h5, h6") is not null;

    /// <summary>Returns whether a row names the columns.</summary>
    public static bool IsHeader(IElement row) =>
        row.ParentElement?.LocalName == "thead" || (row.Children.Length > 0 && row.Children.All(cell => cell.LocalName == "th"));
}
