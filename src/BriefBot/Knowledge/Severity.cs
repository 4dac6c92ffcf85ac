namespace BriefBot.Knowledge;

/// <summary>How much is wrong.</summary>
public enum Severity
{
    /// <summary>A file, or something it says, can't be used as it stands.</summary>
    Error,

    /// <summary>All is used that is known; perhaps more was meant.</summary>
    Warning,

    /// <summary>Nothing is wrong: something of the file is left out, as it asks for.</summary>
    Note,
}
