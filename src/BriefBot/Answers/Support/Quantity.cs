namespace BriefBot.Answers.Support;

/// <summary>A number with what it counts or measures.</summary>
/// <param name="Value">Its value.</param>
/// <param name="Unit">The unit of measure, or null.</param>
/// <param name="Bound">Whether it is a bound, or about right.</param>
/// <param name="Word">The place of its first word.</param>
/// <param name="IsOrdinal">Whether it is a place in a row.</param>
internal readonly record struct Quantity(double Value, string? Unit, Bound Bound, int Word, bool IsOrdinal)
{
    /// <summary>Whether a passage that says this says <paramref name="other"/> too.</summary>
    public bool Holds(Quantity other) => Math.Abs(Value - other.Value) < 1e-9 && IsOrdinal == other.IsOrdinal;
}
