namespace BriefBot.Knowledge;

/// <summary>
/// Whether the folder has been read. Until it has, an answer would be a lie ("the folder does not say"), so there is none.
/// Safe for concurrent use.
/// </summary>
public sealed class KnowledgeReadiness
{
    private volatile string? _problem = BotTexts.StillReading;
    private volatile string? _degraded;
    private volatile bool _isComplete = true;
    private volatile bool _isReading;

    /// <summary>Why there is no answer yet, or null when there is.</summary>
    public string? Problem => _problem;

    /// <summary>Why what answers rest on can't be brought up to date now, or null when it can.</summary>
    public string? Degraded
    {
        get => _degraded;
        set => _degraded = value;
    }

    /// <summary>Whether all files have been read as they are now; until then some may be missing or as they were.</summary>
    public bool IsComplete
    {
        get => _isComplete;
        set => _isComplete = value;
    }

    /// <summary>Whether files are being read.</summary>
    public bool IsReading
    {
        get => _isReading;
        set => _isReading = value;
    }

    /// <summary>Whether questions can be answered.</summary>
    public bool IsReady => _problem is null;

    /// <summary>The folder has been read and what it holds is committed.</summary>
    public void Ready() => _problem = null;

    /// <summary>There is nothing to answer from, and why, in words for a person who asks.</summary>
    public void NotReady(string problem) => _problem = problem;
}
