namespace BriefBot.Service.Hosting.Doctor;

/// <summary>What one check found.</summary>
/// <param name="Area">What was looked at, such as <c>data folder</c>.</param>
/// <param name="State">Whether it is well.</param>
/// <param name="Said">What was found and, where it is not well, what to do. No secret is in it.</param>
internal sealed record Finding(string Area, FindingState State, string Said)
{
    public static Finding Good(string area, string said) => new(area, FindingState.Good, said);

    public static Finding Note(string area, string said) => new(area, FindingState.Note, said);

    public static Finding Problem(string area, string said) => new(area, FindingState.Problem, said);
}
