namespace BriefBot.Service.Hosting.Doctor;

/// <summary>The state that a check found.</summary>
internal enum FindingState
{
    /// <summary>All is well.</summary>
    Good,

    /// <summary>It works, and there is something to know.</summary>
    Note,

    /// <summary>The service would not start, or not work as configured.</summary>
    Problem,
}
