namespace BriefBot.Knowledge;

/// <summary>The result of reading the folder once.</summary>
public sealed record IndexReport
{
    /// <summary>Number of files that were read, because they are new or changed.</summary>
    public int Read { get; init; }

    /// <summary>Number of unchanged files.</summary>
    public int Unchanged { get; init; }

    /// <summary>Number of stored files that are no longer in the folder.</summary>
    public int Removed { get; init; }

    /// <summary>Number of files that can't be read now, whether or not an earlier version is stored.</summary>
    public int Failed { get; init; }

    /// <summary>Number of passages in the index afterwards.</summary>
    public int PassageCount { get; init; }

    /// <summary>Problems of the folder and its files; a file may be named more than once.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];
}
