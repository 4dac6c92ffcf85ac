namespace BriefBot.Service.Hosting.Doctor;

/// <summary>What a check found.</summary>
internal enum FindingState
{
    /// <summary>All is well.</summary>
    Good,

    /// <summary>It works, and there is something to know.</summary>
    Note,

    /// <summary>The service would not start, or not do what it is set up for.</summary>
    Problem,
}
