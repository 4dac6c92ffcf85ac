namespace BriefBot.Answers.Entailment;

/// <summary>A date or a time of day as far as a statement gives it.</summary>
/// <param name="Day">The day of the month.</param>
/// <param name="Month">The month, from 1.</param>
/// <param name="Year">The year; with an s where it is a decade.</param>
/// <param name="Weekday">The day of the week, from 0 for Monday.</param>
/// <param name="Time">The time of day.</param>
/// <param name="Word">The place of its first word.</param>
internal sealed record DateMention(int? Day, int? Month, string? Year, int? Weekday, TimeOfDay? Time, int Word)
{
    /// <summary>Returns whether a passage with this date also states <paramref name="other"/>, as far as this one is given.</summary>
    public bool Holds(DateMention other) =>
        Holds(Day, other.Day)
        && Holds(Month, other.Month)
        && (Holds(Year, other.Year) || IsOfDecade(other))
        && Holds(Weekday, other.Weekday)
        && (other.Time is not { } time || Time?.Holds(time) == true);

    /// <summary>1934 is of the 1930s.</summary>
    private bool IsOfDecade(DateMention other) =>
        other.Year is [.. var decade, '0', 's'] && Year is { Length: 4 } year && year.StartsWith(decade, StringComparison.Ordinal);

    private static bool Holds<T>(T? one, T? other) => other is null || (one is not null && one.Equals(other));
}
