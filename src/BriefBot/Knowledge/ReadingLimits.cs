namespace BriefBot.Knowledge;

/// <summary>
/// Limits of reading one file and of cutting it into passages. They are constants of a running service; tests lower them.
/// </summary>
public sealed record ReadingLimits
{
    /// <summary>Minimum memory of the reading process, in bytes.</summary>
    public const long LeastMemoryBytes = 100_000_000;

    /// <summary>Maximum length of a line of a Markdown or text file, in characters.</summary>
    public int LineLength { get; init; } = 100_000;

    /// <summary>Maximum nesting depth of the elements of an HTML or DOCX file and of the values of a data file.</summary>
    public int Nesting { get; init; } = 256;

    /// <summary>Maximum number of pages of a PDF file.</summary>
    public int Pages { get; init; } = 2_000;

    /// <summary>Maximum number of entries of a DOCX file.</summary>
    public int Entries { get; init; } = 5_000;

    /// <summary>Maximum unpacked size of a DOCX file's text, in bytes.</summary>
    public long UnpackedBytes { get; init; } = 50_000_000;

    /// <summary>
    /// Maximum memory of the reading process, in bytes: <see cref="LeastMemoryBytes"/>, or more in a large container.
    /// </summary>
    public long MemoryBytes { get; init; } = LeastMemoryBytes;

    /// <summary>Number of words below which a passage takes in the next paragraph.</summary>
    public int MinPassageWords { get; init; } = 60;

    /// <summary>Maximum number of words of a passage; a longer paragraph is cut at the ends of sentences.</summary>
    public int MaxPassageWords { get; init; } = 400;
}
