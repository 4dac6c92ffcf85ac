namespace BriefBot.Knowledge;

/// <summary>What one reading of the folder did.</summary>
public sealed record IndexReport
{
    /// <summary>How many files were read, because they are new or have changed.</summary>
    public int Read { get; init; }

    /// <summary>How many were as they are kept.</summary>
    public int Unchanged { get; init; }

    /// <summary>How many were kept and stand in the folder no more.</summary>
    public int Removed { get; init; }

    /// <summary>How many can't be read now, whether or not an earlier reading is kept.</summary>
    public int Failed { get; init; }

    /// <summary>How many passages can be found in the end.</summary>
    public int PassageCount { get; init; }

    /// <summary>What is wrong with the folder and its files; a file may be named more than once.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];
}
