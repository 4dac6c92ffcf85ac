namespace BriefBot.Answers.Entailment;

/// <summary>A time of day.</summary>
/// <param name="Minutes">Since midnight.</param>
/// <param name="IsEither">Whether it may also be twelve hours later: "half past five".</param>
internal readonly record struct TimeOfDay(int Minutes, bool IsEither)
{
    private const int HalfDay = 720;
    private const int Day = 2 * HalfDay;

    public bool Holds(TimeOfDay other) =>
        Minutes % Day == other.Minutes % Day || ((IsEither || other.IsEither) && Minutes % HalfDay == other.Minutes % HalfDay);

    /// <summary>Returns whether a number alone may mean it: the first in "9 to 11 am", or "11.20".</summary>
    public bool IsWritten(double number) =>
        number is >= 0 and <= 24 && Minutes % HalfDay == (((int)number * 60) + (int)Math.Round((number - (int)number) * 100)) % HalfDay;
}
