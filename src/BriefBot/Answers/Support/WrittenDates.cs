using System.Globalization;

namespace BriefBot.Answers.Support;

/// <summary>Finds the dates and times of day of a statement.</summary>
internal static class WrittenDates
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static readonly string[] LongMonths =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly string[] Weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    /// <summary>In their order, and the places of all their words.</summary>
    public static (IReadOnlyList<SaidDate> Dates, IReadOnlySet<int> Words) In(IReadOnlyList<SaidWord> words)
    {
        var (dates, used) = (new List<SaidDate>(), new HashSet<int>());
        for (var i = 0; i < words.Count; i++)
        {
            if (!used.Contains(i) && MonthAt(words, i) is { } month)
            {
                var day = DayAt(words, i - 1) is { } before ? (before, i - 1) : DayAt(words, i + 1) is { } after ? (after, i + 1) : ((int, int)?)null;
                var yearAt = day?.Item2 == i + 1 ? i + 2 : i + 1;
                var year = YearAt(words, yearAt);
                dates.Add(new SaidDate(day?.Item1, month, year, null, null, i));
                used.UnionWith([i, .. day is { } known ? [known.Item2] : Array.Empty<int>(), .. year is not null ? [yearAt] : Array.Empty<int>()]);
            }
        }

        for (var i = 0; i < words.Count; i++)
        {
            if (!used.Contains(i) && Alone(words, i) is { } date)
            {
                dates.Add(date);
                used.Add(i);
            }
        }

        return (dates, used);
    }

    private static SaidDate? Alone(IReadOnlyList<SaidWord> words, int i)
    {
        var lower = words[i].Lower;
        if (words[i].IsName || words[i].Index == 0 || char.IsUpper(words[i].Text[0]))
        {
            var weekday = Array.FindIndex(Weekdays, day => lower == day || lower == day + "s");
            if (weekday >= 0)
            {
                return new SaidDate(null, null, null, Weekdays[weekday], null, i);
            }
        }

        return words[i].IsFigure && words[i].Text.Contains(':', StringComparison.Ordinal) ? new SaidDate(null, null, null, null, lower.TrimStart('0'), i)
            : YearAt(words, i) is { } year && (i + 1 >= words.Count || Units.Of(words[i + 1].Lower) is null) ? new SaidDate(null, null, year, null, null, i)
            : null;
    }

    /// <summary>"May" and "March" are months with a number beside them or after a preposition.</summary>
    private static int? MonthAt(IReadOnlyList<SaidWord> words, int i)
    {
        var lower = words[i].Lower;
        var month = Array.IndexOf(LongMonths, lower) is >= 0 and var named ? named : char.IsUpper(words[i].Text[0]) ? Array.IndexOf(Months, lower) : -1;
        var isSure = month >= 0 && char.IsUpper(words[i].Text[0])
            && (lower is not ("may" or "march" or "mar" or "jan" or "dec" or "sun")
                || DayAt(words, i - 1) is not null || DayAt(words, i + 1) is not null || YearAt(words, i + 1) is not null
                    || (i > 0 && ClosedWords.IsPreposition(words[i - 1].Lower)));
        return isSure ? month + 1 : null;
    }

    private static int? DayAt(IReadOnlyList<SaidWord> words, int i) =>
        i >= 0 && i < words.Count && words[i].IsFigure
            && int.TryParse(words[i].Text.TrimEnd('s', 't', 'n', 'd', 'r', 'h'), NumberStyles.None, CultureInfo.InvariantCulture, out var day)
                && day is >= 1 and <= 31 ? day : null;

    private static string? YearAt(IReadOnlyList<SaidWord> words, int i) =>
        i >= 0 && i < words.Count && words[i].IsFigure && words[i].Text.Length is 4 or 5 && (words[i].Text.Length == 4 || words[i].Text[4] == 's')
            && int.TryParse(words[i].Text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1000 and <= 2100 ? words[i].Text : null;
}
