using System.Globalization;
using System.Text.RegularExpressions;

namespace BriefBot.Answers.Entailment;

/// <summary>Finds times of day: "13:00", "1 pm", "7.15 p.m.", "half past five", "ten o'clock", "noon".</summary>
internal static partial class TimeReader
{
    private const int Hour = 60;
    private const int HalfDay = 12 * Hour;

    /// <summary>The time that begins at a word, and the place after its last word; null where none begins.</summary>
    public static (TimeOfDay Time, int End)? At(IReadOnlyList<AnnotatedToken> words, int i) =>
        words[i].Lower is "noon" or "midday" ? (new TimeOfDay(HalfDay, false), i + 1)
        : words[i].Lower == "midnight" ? (new TimeOfDay(0, false), i + 1)
        : Past(words, i) ?? Clock(words, i);

    /// <summary>"Half past five", "quarter to six", "ten past six".</summary>
    private static (TimeOfDay Time, int End)? Past(IReadOnlyList<AnnotatedToken> words, int i)
    {
        var minutes = words[i].Lower switch
        {
            "half" => 30,
            "quarter" => 15,
            _ => QuantityReader.Small(words, i) is { } small && small.End == i + 1 && small.Value < Hour ? small.Value : (int?)null,
        };
        var sign =
            i + 2 >= words.Count
                ? 0
                : words[i + 1].Lower switch
                {
                    "past" => 1,
                    "to" when words[i].Lower == "quarter" => -1,
                    _ => 0,
                };
        return minutes is { } said && sign != 0 && HourAt(words, i + 2) is { } hour
            ? Qualified(words, (hour * Hour) + (sign * said) + HalfDay, i + 3, isEither: true)
            : null;
    }

    /// <summary>A number that a colon, "am", "o'clock" or "in the morning" makes a time.</summary>
    private static (TimeOfDay Time, int End)? Clock(IReadOnlyList<AnnotatedToken> words, int i)
    {
        var written = Figures().Match(words[i].Lower);
        var hour = written.Success ? int.Parse(written.Groups["hour"].Value, CultureInfo.InvariantCulture) : HourAt(words, i) ?? -1;
        var minutes = written.Groups["minutes"].Success ? int.Parse(written.Groups["minutes"].Value, CultureInfo.InvariantCulture) : 0;
        if (hour is < 0 or > 24 || minutes >= Hour)
        {
            return null;
        }

        var (time, hasColon) = ((hour * Hour) + minutes, written.Groups["mark"].Value == ":");
        if (written.Groups["half"].Success)
        {
            return (Halved(time, written.Groups["half"].Value), i + 1);
        }

        if (HalfAt(words, i + 1) is { } half)
        {
            return (Halved(time, half.Half), half.End);
        }

        var isOClock = i + 2 < words.Count && words[i + 1].Lower == "o" && words[i + 2].Lower == "clock";
        var isEither = hour is > 0 and <= 12 && written.Groups["hour"].Value is not ([_, _] or ['0', ..]);
        return
            Qualified(words, time, isOClock ? i + 3 : i + 1, isEither) is { } qualified && (isOClock || hasColon || qualified.End > i + 1)
            ? qualified
            : null;
    }

    private static TimeOfDay Halved(int time, string half) => new((time % HalfDay) + (half[0] == 'p' ? HalfDay : 0), false);

    /// <summary>"am", "p.m.".</summary>
    private static (string Half, int End)? HalfAt(IReadOnlyList<AnnotatedToken> words, int i) =>
        i < words.Count && words[i].Lower is "am" or "pm" && words[i].Before.Length == 0 ? (words[i].Lower, i + 1)
        : i + 1 < words.Count && words[i].Lower is "a" or "p" && words[i + 1] is { Lower: "m", Before: "." } ? (words[i].Lower, i + 2)
        : null;

    /// <summary>With the part of the day that may follow.</summary>
    private static (TimeOfDay Time, int End) Qualified(IReadOnlyList<AnnotatedToken> words, int time, int end, bool isEither)
    {
        var part = end + 2 < words.Count && words[end].Lower == "in" && words[end + 1].Lower == "the" ? words[end + 2].Lower : "";
        return part == "morning" ? (Halved(time, "am"), end + 3)
            : part is "afternoon" or "evening" ? (Halved(time, "pm"), end + 3)
            : end + 1 < words.Count && words[end].Lower == "at" && words[end + 1].Lower == "night" ? (Halved(time, "pm"), end + 2)
            : (new TimeOfDay(time, isEither), end);
    }

    private static int? HourAt(IReadOnlyList<AnnotatedToken> words, int i) =>
        i >= words.Count ? null
        : int.TryParse(words[i].Text, NumberStyles.None, CultureInfo.InvariantCulture, out var hour)
            ? hour is >= 1 and <= 12 ? hour
                : (int?)null
        : QuantityReader.Small(words, i) is { Value: >= 1 and <= 12 } small ? small.Value
        : null;

    [GeneratedRegex(
        "^(?<hour>[0-9]{1,2})(?:(?<mark>[:.])(?<minutes>[0-9]{2}))?(?<half>[ap]m)?$",
        RegexOptions.CultureInvariant,
        MatchTimeout.Milliseconds
    )]
    private static partial Regex Figures();
}
