namespace BriefBot.Knowledge;

/// <summary>The severity of a problem.</summary>
public enum Severity
{
    /// <summary>A file, or something in it, can't be used.</summary>
    Error,

    /// <summary>All is used that is known; perhaps more was meant.</summary>
    Warning,

    /// <summary>Nothing is wrong: something of the file is left out, as it asks for.</summary>
    Note,
}
