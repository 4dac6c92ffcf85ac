namespace BriefBot.Knowledge;

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
