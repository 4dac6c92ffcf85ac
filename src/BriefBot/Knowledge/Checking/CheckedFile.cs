namespace BriefBot.Knowledge.Checking;

/// <summary>A file of the folder, as <see cref="FolderCheck"/> found it.</summary>
public sealed record CheckedFile
{
    /// <summary>The path below the knowledge folder, with forward slashes; that of a folder within ends in one.</summary>
    public required string Path { get; init; }

    /// <summary>What would become of it: never <see cref="DocumentState.Stale"/>, as nothing is kept.</summary>
    public required DocumentState State { get; init; }

    /// <summary>Its title, or null where it can't be read.</summary>
    public string? Title { get; init; }

    /// <summary>How many passages it is cut into.</summary>
    public int Passages { get; init; }

    /// <summary>How many words these hold.</summary>
    public int Words { get; init; }

    /// <summary>What is wrong with it, errors first.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];
}
