using System.Globalization;
using System.Text.RegularExpressions;

namespace BriefBot.Answers.Entailment;

/// <summary>Finds the dates and times of day of a statement.</summary>
internal static partial class DateReader
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static readonly string[] LongMonths =
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];

    private static readonly string[] Weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    private static readonly string[] ShortWeekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    /// <summary>In their order, and the places of all their words.</summary>
    public static (IReadOnlyList<DateMention> Dates, IReadOnlySet<int> Words) Read(IReadOnlyList<AnnotatedToken> words)
    {
        var (dates, used) = (new List<DateMention>(), new HashSet<int>());
        void Take(IEnumerable<DateMention> found, int first, int end)
        {
            dates.AddRange(found);
            used.UnionWith(Enumerable.Range(first, end - first));
        }

        for (var i = 0; i < words.Count; i++)
        {
            if (!used.Contains(i) && InFigures(words, i) is { } written)
            {
                Take(written.Dates, i, written.End);
            }
            else if (!used.Contains(i) && MonthAt(words, i) is { } month)
            {
                var (isBefore, isAfter) = (DayAt(words, i - 1) is not null, DayAt(words, i - 1) is null && DayAt(words, i + 1) is not null);
                var day = DayAt(words, i - 1) ?? DayAt(words, i + 1);
                var end = isAfter ? i + 2 : i + 1;
                var year = YearAt(words, end);
                var from = isBefore && i >= 3 && IsSpan(words[i - 2]) ? DayAt(words, i - 3) : null;
                var date = new DateMention(day, month, year, null, null, i);
                Take(
                    from is null ? [date] : [date with { Day = from }, date],
                    from is not null ? i - 3
                        : isBefore ? i - 1
                        : i,
                    year is not null ? end + 1 : end
                );
            }
        }

        for (var i = 0; i < words.Count; i++)
        {
            if (!used.Contains(i) && TimeReader.At(words, i) is { } time && !Enumerable.Range(i, time.End - i).Any(used.Contains))
            {
                Take([new DateMention(null, null, null, null, time.Time, i)], i, time.End);
            }
        }

        for (var i = 0; i < words.Count; i++)
        {
            if (!used.Contains(i))
            {
                DateMention[] alone = [.. Alone(words, i)];
                Take(alone, i, alone.Length > 0 ? i + 1 : i);
            }
        }

        return (dates, used);
    }

    /// <summary>Days of the week and months that lie in a span of two ("Monday to Friday", "1 April to 30 September").</summary>
    public static IEnumerable<DateMention> Between(IReadOnlyList<AnnotatedToken> words, IReadOnlyList<DateMention> dates)
    {
        foreach (var (first, last) in dates.Where(date => date.Time is null).Zip(dates.Where(date => date.Time is null).Skip(1)))
        {
            var isSpan =
                words
                    .Skip(first.Word + 1)
                    .Take(last.Word - first.Word)
                    .Any(word => IsSpan(word) || word.Lower == "and" || word.Before.AsSpan().ContainsAny('-', '–', '—'))
                && last.Word - first.Word <= 4;
            if (isSpan && first.Weekday is { } from && last.Weekday is { } to)
            {
                for (var day = (from + 1) % 7; day != to && day != from; day = (day + 1) % 7)
                {
                    yield return new DateMention(null, null, null, day, null, first.Word);
                }
            }
            else if (
                (isSpan || first.Word == last.Word)
                && first.Month is { } same
                && same == last.Month
                && first.Day is { } dayFirst
                && last.Day is { } dayLast
            )
            {
                for (var day = dayFirst + 1; day < dayLast; day++)
                {
                    yield return last with
                    {
                        Day = day,
                    };
                }
            }
            else if (isSpan && first.Month is { } begins && last.Month is { } ends)
            {
                for (var month = (begins % 12) + 1; month != ends && month != begins; month = (month % 12) + 1)
                {
                    yield return new DateMention(null, month, null, null, null, first.Word);
                }
            }
        }
    }

    private static bool IsSpan(AnnotatedToken word) => word.Lower is "to" or "until" or "till" or "through";

    /// <summary>"2025-05-14", "14.05.2025", "14/05/2025", which may be the other way round.</summary>
    private static (IReadOnlyList<DateMention> Dates, int End)? InFigures(IReadOnlyList<AnnotatedToken> words, int i)
    {
        var three =
            i + 2 < words.Count && words[i + 1].Before == words[i + 2].Before && words[i + 1].Before is "-" or "/"
                ? new[] { words[i].Text, words[i + 1].Text, words[i + 2].Text }
                : words[i].Text.Split('.');
        var numbers = three
            .Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1)
            .ToArray();
        var end = three.Length == 3 && words[i].Text.Contains('.', StringComparison.Ordinal) ? i + 1 : i + 3;
        return numbers switch
        {
            [>= 1000 and <= 2100, >= 1 and <= 12, >= 1 and <= 31] => (
                [new DateMention(numbers[2], numbers[1], three[0], null, null, i)],
                end
            ),
            [>= 1 and <= 12, >= 1 and <= 12, >= 1000 and <= 2100] when end > i + 1 => (
                [
                    new DateMention(numbers[0], numbers[1], three[2], null, null, i),
                    new DateMention(numbers[1], numbers[0], three[2], null, null, i),
                ],
                end
            ),
            [>= 1 and <= 31, >= 1 and <= 12, >= 1000 and <= 2100] => (
                [new DateMention(numbers[0], numbers[1], three[2], null, null, i)],
                end
            ),
            [>= 1 and <= 12, >= 1 and <= 31, >= 1000 and <= 2100] => (
                [new DateMention(numbers[1], numbers[0], three[2], null, null, i)],
                end
            ),
            _ => null,
        };
    }

    private static IEnumerable<DateMention> Alone(IReadOnlyList<AnnotatedToken> words, int i)
    {
        var lower = words[i].Lower;
        if (lower is "weekday" or "weekdays")
        {
            return Enumerable.Range(0, 5).Select(day => new DateMention(null, null, null, day, null, i));
        }

        if (lower is "weekend" or "weekends")
        {
            return Enumerable.Range(5, 2).Select(day => new DateMention(null, null, null, day, null, i));
        }

        if (char.IsUpper(words[i].Text[0]) && WeekdayOf(lower) is { } weekday)
        {
            return [new DateMention(null, null, null, weekday, null, i)];
        }

        return YearAt(words, i) is { } year && (i + 1 >= words.Count || Units.Find(words[i + 1].Lower) is null)
            ? [new DateMention(null, null, year, null, null, i)]
            : [];
    }

    private static int? WeekdayOf(string lower)
    {
        var day = Array.FindIndex(Weekdays, name => lower == name || lower == name + "s");
        day = day >= 0 ? day : Array.IndexOf(ShortWeekdays, lower is "tues" or "weds" or "thur" or "thurs" ? lower[..3] : lower);
        return day >= 0 ? day : null;
    }

    /// <summary>"May" and "March" are months with a number beside them or after a preposition.</summary>
    private static int? MonthAt(IReadOnlyList<AnnotatedToken> words, int i)
    {
        var lower = words[i].Lower;
        var month =
            Array.IndexOf(LongMonths, lower) is >= 0 and var named ? named
            : char.IsUpper(words[i].Text[0]) ? Array.IndexOf(Months, lower == "sept" ? "sep" : lower)
            : -1;
        var isSure =
            month >= 0
            && char.IsUpper(words[i].Text[0])
            && (
                lower is not ("may" or "march" or "mar" or "jan" or "dec")
                || DayAt(words, i - 1) is not null
                || DayAt(words, i + 1) is not null
                || YearAt(words, i + 1) is not null
                || (i > 0 && ClosedWords.IsPreposition(words[i - 1].Lower))
            );
        return isSure ? month + 1 : null;
    }

    private static int? DayAt(IReadOnlyList<AnnotatedToken> words, int i) =>
        i >= 0
        && i < words.Count
        && Day().Match(words[i].Text) is { Success: true } day
        && int.Parse(day.Groups["day"].Value, CultureInfo.InvariantCulture) is >= 1 and <= 31 and var number
            ? number
            : null;

    private static string? YearAt(IReadOnlyList<AnnotatedToken> words, int i) =>
        i >= 0
        && i < words.Count
        && words[i].IsFigure
        && words[i].Text.Length is 4 or 5
        && (words[i].Text.Length == 4 || words[i].Text[4] == 's')
        && int.TryParse(words[i].Text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && year is >= 1000 and <= 2100
            ? words[i].Text
            : null;

    [GeneratedRegex("^(?<day>[0-9]{1,2})(?:st|nd|rd|th)?$", RegexOptions.CultureInvariant, MatchTimeout.Milliseconds)]
    private static partial Regex Day();
}
