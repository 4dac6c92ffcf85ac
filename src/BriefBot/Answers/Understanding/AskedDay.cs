using System.Globalization;
using BriefBot.Answers.Entailment;
using BriefBot.Retrieval;

namespace BriefBot.Answers.Understanding;

/// <summary>A day, a month or a year that a question names.</summary>
/// <param name="Year">The year.</param>
/// <param name="Month">The month, from 1; null for the whole year.</param>
/// <param name="Day">The day; null for the whole month.</param>
internal readonly record struct AskedDay(int Year, int? Month, int? Day)
{
    /// <summary>The years of a text, with the month and day where it has them, in order.</summary>
    public static IReadOnlyList<AskedDay> Find(string text, ITextAnalyzer analyzer) =>
        [
            .. DateReader
                .Read(StatementWords.Parse(text, analyzer))
                .Dates.Select(date =>
                    date is { Year: { Length: 4 } year }
                        ? new AskedDay(int.Parse(year, CultureInfo.InvariantCulture), date.Month, date.Day)
                        : (AskedDay?)null
                )
                .OfType<AskedDay>(),
        ];

    /// <summary>Returns whether a day is this one, or in this month or year.</summary>
    public bool Holds(DateOnly day) => day.Year == Year && (Month is null || day.Month == Month) && (Day is null || day.Day == Day);
}
