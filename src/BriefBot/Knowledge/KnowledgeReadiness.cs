namespace BriefBot.Knowledge;

/// <summary>
/// Indicates whether the folder has been read. Until it has, an answer would be a lie ("the folder does not say"), so there is none. Safe
/// for concurrent use.
/// </summary>
public sealed class KnowledgeReadiness
{
    private volatile string? _problem = BotTexts.StillReading;
    private volatile string? _degraded;
    private volatile bool _isComplete = true;
    private volatile bool _isReading;

    /// <summary>Why there is no answer yet, or null when there is.</summary>
    public string? Problem => _problem;

    /// <summary>The reason why the index can't be updated now, or null.</summary>
    public string? Degraded
    {
        get => _degraded;
        set => _degraded = value;
    }

    /// <summary>Indicates whether all files have been read as they are now; until then some may be missing or as they were.</summary>
    public bool IsComplete
    {
        get => _isComplete;
        set => _isComplete = value;
    }

    /// <summary>Indicates whether files are being read.</summary>
    public bool IsReading
    {
        get => _isReading;
        set => _isReading = value;
    }

    /// <summary>Indicates whether questions can be answered.</summary>
    public bool IsReady => _problem is null;

    /// <summary>Marks the folder as read and committed.</summary>
    public void Ready() => _problem = null;

    /// <summary>There is nothing to answer from, and why, in words for a person who asks.</summary>
    public void NotReady(string problem) => _problem = problem;
}
