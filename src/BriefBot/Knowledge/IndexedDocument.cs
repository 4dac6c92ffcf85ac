namespace BriefBot.Knowledge;

/// <summary>A file of the folder, as the list of documents shows it.</summary>
public sealed record IndexedDocument
{
    /// <summary>The path below the knowledge folder, with forward slashes.</summary>
    public required string Path { get; init; }

    /// <summary>Its title; the path where it was never read.</summary>
    public required string Title { get; init; }

    /// <summary>Its date, where it says one.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The summary from its metadata, if there is one.</summary>
    public string? Summary { get; init; }

    /// <summary>The tags it says.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The state of the file.</summary>
    public required DocumentState State { get; init; }

    /// <summary>Number of passages in the index.</summary>
    public required int PassageCount { get; init; }

    /// <summary>SHA-256 of the bytes its passages were read from, or null where there are none.</summary>
    public string? Hash { get; init; }

    /// <summary>When these bytes were read, or null where there are none.</summary>
    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>The problem, for the editor, or null.</summary>
    public string? Problem { get; init; }
}

/// <summary>The state of a file of the folder.</summary>
public enum DocumentState
{
    /// <summary>Its passages are found.</summary>
    Indexed,

    /// <summary>It can't be read now; the passages of an earlier reading are found.</summary>
    Stale,

    /// <summary>It can't be read, and never was.</summary>
    Failed,

    /// <summary>It may not be read.</summary>
    Skipped,
}
