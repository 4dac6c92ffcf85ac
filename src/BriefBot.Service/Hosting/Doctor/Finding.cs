namespace BriefBot.Service.Hosting.Doctor;

/// <summary>The result of one check.</summary>
/// <param name="Area">The subject of the check, such as <c>data folder</c>.</param>
/// <param name="State">The state.</param>
/// <param name="Said">The result and, for a problem, its remedy. Holds no secret.</param>
internal sealed record Finding(string Area, FindingState State, string Said)
{
    public static Finding Good(string area, string said) => new(area, FindingState.Good, said);

    public static Finding Note(string area, string said) => new(area, FindingState.Note, said);

    public static Finding Problem(string area, string said) => new(area, FindingState.Problem, said);
}
