namespace BriefBot.Knowledge.Articles;

/// <summary>The unit in which a format locates its text.</summary>
public enum PlaceUnit
{
    /// <summary>The lines of the file.</summary>
    Line,

    /// <summary>The pages, from the first of the file.</summary>
    Page,

    /// <summary>The paragraphs, list items, rows and code blocks under the nearest heading.</summary>
    Paragraph,
}
