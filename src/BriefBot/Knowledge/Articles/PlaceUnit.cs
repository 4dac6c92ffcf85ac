namespace BriefBot.Knowledge.Articles;

/// <summary>What the numbers of an article's places count: what its format has for finding a text again.</summary>
public enum PlaceUnit
{
    /// <summary>The lines of the file.</summary>
    Line,

    /// <summary>The pages, from the first of the file.</summary>
    Page,

    /// <summary>The paragraphs, list items, rows and code blocks under the nearest heading.</summary>
    Paragraph,
}
