namespace BriefBot.Knowledge.Checking;

/// <summary>A file of the folder, as <see cref="FolderCheck"/> found it.</summary>
public sealed record CheckedFile
{
    /// <summary>The path below the knowledge folder, with forward slashes; that of a folder within ends in one.</summary>
    public required string Path { get; init; }

    /// <summary>The state it would have: never <see cref="DocumentState.Stale"/>, as nothing is stored.</summary>
    public required DocumentState State { get; init; }

    /// <summary>Its title, or null where it can't be read.</summary>
    public string? Title { get; init; }

    /// <summary>Number of its passages.</summary>
    public int Passages { get; init; }

    /// <summary>Number of their words.</summary>
    public int Words { get; init; }

    /// <summary>Its problems, errors first.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];
}
