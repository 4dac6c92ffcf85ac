namespace BriefBot.Answers.Support;

/// <summary>A date or a time of day as far as a statement gives it.</summary>
/// <param name="Day">The day of the month.</param>
/// <param name="Month">The month, from 1.</param>
/// <param name="Year">The year; with an s where it is a decade.</param>
/// <param name="Weekday">The first three letters of the day of the week.</param>
/// <param name="Time">The time of day.</param>
/// <param name="Word">The place of its first word.</param>
internal sealed record SaidDate(int? Day, int? Month, string? Year, string? Weekday, string? Time, int Word)
{
    /// <summary>Whether a passage that says this says <paramref name="other"/> too, but for what this does not give.</summary>
    public bool Holds(SaidDate other) =>
        Holds(Day, other.Day) && Holds(Month, other.Month) && Holds(Year, other.Year) && Holds(Weekday, other.Weekday) && Holds(Time, other.Time);

    private static bool Holds<T>(T? one, T? other) => other is null || (one is not null && one.Equals(other));
}
