namespace BriefBot.Knowledge.Articles;

/// <summary>The location of a text in its file.</summary>
/// <param name="Unit">The unit of the numbers.</param>
/// <param name="First">The 1-based number at which it begins.</param>
/// <param name="Last">The number at which it ends; not below <paramref name="First"/>.</param>
public readonly record struct Place(PlaceUnit Unit, int First, int Last);

/// <summary>
/// The text from <paramref name="Offset"/> (0-based, in a block's text) on is at the place <paramref name="Number"/> (1-based, in the
/// article's <see cref="PlaceUnit"/>).
/// </summary>
public readonly record struct PlaceStart(int Offset, int Number);

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
