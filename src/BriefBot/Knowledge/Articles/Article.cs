namespace BriefBot.Knowledge.Articles;

/// <summary>A file of the knowledge folder as it was read.</summary>
public sealed record Article
{
    /// <summary>The path below the knowledge folder, with forward slashes.</summary>
    public required string Path { get; init; }

    /// <summary>The title in the metadata, else the first heading, else the file's name.</summary>
    public required string Title { get; init; }

    /// <summary>The date the front matter says.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The address the front matter says.</summary>
    public string? Url { get; init; }

    /// <summary>The author in the metadata, or null.</summary>
    public string? Author { get; init; }

    /// <summary>The summary the front matter says.</summary>
    public string? Summary { get; init; }

    /// <summary>The tags the front matter says.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The warnings as one text, or null where there are none.</summary>
    public string? WarningText => Warnings.Count > 0 ? string.Join(' ', Warnings.Select(warning => warning.Told)) : null;

    /// <summary>SHA-256 of the file's bytes, as lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>When it was read for the index, or null where it was not.</summary>
    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>Warnings for the editor.</summary>
    public IReadOnlyList<Problem> Warnings { get; init; } = [];

    /// <summary>Notes for the editor on parts that are read as they are.</summary>
    public IReadOnlyList<Problem> Remarks { get; init; } = [];

    /// <summary>Its links and pictures, at the most 1,000.</summary>
    public IReadOnlyList<ArticleLink> Links { get; init; } = [];

    /// <summary>The text, cut; empty when the file holds none.</summary>
    public required IReadOnlyList<Passage> Passages { get; init; }
}

/// <summary>A link in an article, as the file writes it.</summary>
/// <param name="Target">The target.</param>
/// <param name="Line">The 1-based line, or null where the format has none.</param>
public sealed record ArticleLink(string Target, int? Line);
