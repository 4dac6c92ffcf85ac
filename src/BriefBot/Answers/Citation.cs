using BriefBot.Knowledge.Articles;

namespace BriefBot.Answers;

/// <summary>
/// The source of a sentence. The quote is verbatim: its words stand, markup rendered and white space folded, at the given lines, pages or
/// paragraph of the file whose bytes have <see cref="Hash"/>.
/// </summary>
public sealed record Citation
{
    /// <summary>The number in the answer's text, from 1 in reading order.</summary>
    public required int Number { get; init; }

    /// <summary>The article's path below the knowledge folder, with forward slashes.</summary>
    public required string Path { get; init; }

    /// <summary>The article's title.</summary>
    public required string Title { get; init; }

    /// <summary>The headings above the quote, joined by " › "; empty before the first.</summary>
    public required string Section { get; init; }

    /// <summary>The article's date, where it says one.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The article's address, where it says one or <c>Knowledge:LinkPattern</c> gives one.</summary>
    public string? Url { get; init; }

    /// <summary>The article's author, from its metadata.</summary>
    public string? Author { get; init; }

    /// <summary>The place of the quote in the file.</summary>
    public Place Place { get; init; }

    /// <summary>The 1-based line of the file on which the quote begins; null where the format has no lines.</summary>
    public int? FirstLine => Place.Unit == PlaceUnit.Line ? Place.First : null;

    /// <summary>The 1-based line on which it ends; null where the format has no lines.</summary>
    public int? LastLine => Place.Unit == PlaceUnit.Line ? Place.Last : null;

    /// <summary>The 1-based page on which the quote begins; null where the format has no pages.</summary>
    public int? Page => Place.Unit == PlaceUnit.Page ? Place.First : null;

    /// <summary>The 1-based page on which it ends; null where the format has no pages.</summary>
    public int? LastPage => Place.Unit == PlaceUnit.Page ? Place.Last : null;

    /// <summary>
    /// The 1-based paragraph under the nearest heading of <see cref="Section"/>; null where the format has lines or pages.
    /// </summary>
    public int? Paragraph => Place.Unit == PlaceUnit.Paragraph ? Place.First : null;

    /// <summary>Indicates whether the file can't be read now, so that the quote may be out of date.</summary>
    public bool Stale { get; init; }

    /// <summary>SHA-256 of the file the quote was read from, as lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>The quoted words, verbatim.</summary>
    public required string Quote { get; init; }
}
