using System.Text.Json.Serialization;

namespace BriefBot.Service.Hosting.Doctor;

/// <summary>The result of one check.</summary>
/// <param name="Area">The subject of the check, such as <c>data folder</c>.</param>
/// <param name="State">The state.</param>
/// <param name="Said">The result and, for a problem, its remedy. Holds no secret.</param>
internal sealed record DoctorResult(string Area, DoctorState State, string Said)
{
    public static DoctorResult Good(string area, string said) => new(area, DoctorState.Good, said);

    public static DoctorResult Note(string area, string said) => new(area, DoctorState.Note, said);

    public static DoctorResult Problem(string area, string said) => new(area, DoctorState.Problem, said);
}

/// <summary>The state that a check found.</summary>
internal enum DoctorState
{
    /// <summary>All is well.</summary>
    Good,

    /// <summary>It works, and there is something to know.</summary>
    Note,

    /// <summary>The service would not start, or not work as configured.</summary>
    Problem,
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(IReadOnlyList<DoctorResult>))]
internal sealed partial class DoctorJson : JsonSerializerContext;
