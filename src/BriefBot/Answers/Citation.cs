namespace BriefBot.Answers;

/// <summary>
/// Where a sentence of an answer stands. The quote is verbatim: its words stand, markup rendered away and white space
/// folded, between the named lines of the file whose bytes have <see cref="Hash"/>.
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

    /// <summary>The article's address, where it says one.</summary>
    public string? Url { get; init; }

    /// <summary>The 1-based line of the file on which the quote begins.</summary>
    public required int FirstLine { get; init; }

    /// <summary>The 1-based line on which it ends.</summary>
    public required int LastLine { get; init; }

    /// <summary>The 1-based page, where a format has pages; null where it has lines.</summary>
    public int? Page { get; init; }

    /// <summary>Whether the file can't be read now, so that the quote may be out of date.</summary>
    public bool Stale { get; init; }

    /// <summary>SHA-256 of the file the quote was read from, as lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>The words as they stand in the article.</summary>
    public required string Quote { get; init; }
}
