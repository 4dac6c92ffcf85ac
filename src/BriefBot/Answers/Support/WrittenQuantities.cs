using System.Globalization;
using System.Text.RegularExpressions;

namespace BriefBot.Answers.Support;

/// <summary>Finds the numbers of a statement, in figures and in words, with their units.</summary>
internal static partial class WrittenQuantities
{
    private static readonly string[] Small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
        "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly string[] Ordinals = ["", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"];

    private static readonly Dictionary<string, double> Scales = new(StringComparer.Ordinal)
    {
        ["hundred"] = 100,
        ["hundreds"] = 100,
        ["thousand"] = 1_000,
        ["thousands"] = 1_000,
        ["million"] = 1e6,
        ["millions"] = 1e6,
        ["billion"] = 1e9,
        ["billions"] = 1e9,
        ["trillion"] = 1e12,
        ["dozen"] = 12,
        ["dozens"] = 12,
    };

    /// <summary>In their order.</summary>
    /// <param name="words">The statement's words.</param>
    /// <param name="isDate">Whether a word is part of a date.</param>
    public static IReadOnlyList<Quantity> In(IReadOnlyList<SaidWord> words, Func<int, bool> isDate)
    {
        var found = new List<(Quantity Quantity, int End)>();
        for (var i = 0; i < words.Count; i++)
        {
            if (!isDate(i) && Read(words, i) is { } read)
            {
                found.Add((new Quantity(read.Value, UnitAt(words, i, read.End), BoundOf(words, i, read.End), i, read.IsOrdinal), read.End));
                i = read.End - 1;
            }
        }

        // "Between 2 and 8 degrees", "eight to ten times": the first has the unit of the second.
        for (var i = found.Count - 2; i >= 0; i--)
        {
            var between = found[i + 1].Quantity.Word - found[i].End;
            if (found[i].Quantity.Unit is null && found[i + 1].Quantity.Unit is { } unit && (between == 0 || (between == 1 && words[found[i].End].Lower is "to" or "and" or "or")))
            {
                found[i] = (found[i].Quantity with { Unit = unit }, found[i].End);
            }
        }

        return [.. found.Select(one => one.Quantity)];
    }

    private static (double Value, int End, bool IsOrdinal)? Read(IReadOnlyList<SaidWord> words, int i)
    {
        var word = words[i];
        if (word.IsFigure)
        {
            var isOrdinal = OrdinalFigure().IsMatch(word.Text);
            return double.TryParse(Figures().Match(word.Text).Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture, out var value)
                ? Scaled(words, value, i + 1, isOrdinal)
                : null;
        }

        if (word.Lower == "twice")
        {
            return (2, i + 1, false);
        }

        if (word.Lower == "half")
        {
            return (0.5, i + 1, false);
        }

        if (Fraction(words, i) is { } fraction)
        {
            return fraction;
        }

        if (Array.IndexOf(Ordinals, word.Lower) is > 0 and var place && !(place == 2 && i > 0 && words[i - 1].Lower is "a" or "per" or "one"))
        {
            return (place, i + 1, true);
        }

        if (Scales.TryGetValue(word.Lower, out var scale))
        {
            return Scaled(words, scale, i + 1, false);
        }

        if (SmallNumber(words, i) is not { } small || (small.Value == 1 && !IsOneOf(words, i)))
        {
            return null;
        }

        return Scaled(words, small.Value, small.End, false);
    }

    /// <summary>Whether a word is a number, in figures or not.</summary>
    public static bool IsNumber(SaidWord word) =>
        word.IsFigure || Array.IndexOf(Small, word.Lower) > 1 || Array.IndexOf(Tens, word.Lower) > 1 || Array.IndexOf(Ordinals, word.Lower) > 1 || Scales.ContainsKey(word.Lower);

    /// <summary>"One" counts where a unit or a scale follows.</summary>
    private static bool IsOneOf(IReadOnlyList<SaidWord> words, int i) =>
        i + 1 < words.Count && (Scales.ContainsKey(words[i + 1].Lower) || Units.Of(words[i + 1].Lower) is not null);

    private static (double Value, int End)? SmallNumber(IReadOnlyList<SaidWord> words, int i)
    {
        if (Array.IndexOf(Small, words[i].Lower) is >= 0 and var small)
        {
            return (small, i + 1);
        }

        if (words[i].Lower.Length < 5 || Array.IndexOf(Tens, words[i].Lower) is not (>= 2 and var tens))
        {
            return null;
        }

        return i + 1 < words.Count && words[i + 1].Before is "-" or "" && Array.IndexOf(Small, words[i + 1].Lower) is >= 1 and <= 9 and var ones
            ? ((tens * 10) + ones, i + 2)
            : (tens * 10, i + 1);
    }

    private static (double Value, int End, bool IsOrdinal) Scaled(IReadOnlyList<SaidWord> words, double value, int end, bool isOrdinal)
    {
        while (end < words.Count && Scales.TryGetValue(words[end].Lower, out var scale) && words[end].Before is "" or "-")
        {
            value *= scale;
            end++;
        }

        return (value, end, isOrdinal);
    }

    /// <summary>"A fifth of", "two thirds", "a quarter".</summary>
    private static (double Value, int End, bool IsOrdinal)? Fraction(IReadOnlyList<SaidWord> words, int i)
    {
        var of = i + 1 < words.Count ? words[i + 1].Lower : "";
        var count = words[i].Lower is "a" ? 1 : Array.IndexOf(Small, words[i].Lower);
        var part = of is "quarter" or "quarters" ? 4 : Array.IndexOf(Ordinals, of.TrimEnd('s'));
        var isFraction = count > 0 && (part == 4 || part >= 3) && (of.EndsWith('s') || (i + 2 < words.Count && words[i + 2].Lower == "of"));
        return isFraction ? ((double)count / part, i + 2, false) : null;
    }

    private static string? UnitAt(IReadOnlyList<SaidWord> words, int first, int end)
    {
        if (first > 0 && words[first - 1].Text is "$" or "€" or "£" or "¥")
        {
            return Units.Of(words[first - 1].Text);
        }

        var at = end < words.Count && words[end].Lower is "of" or "cubic" or "square" or "working" or "more" or "further" ? end + 1 : end;
        if (at + 1 < words.Count && words[at].Lower == "per" && words[at + 1].Lower == "cent")
        {
            return "percent";
        }

        if (at >= words.Count || words[at].Before is not ("" or "-") || Units.Of(words[at].Lower) is not { } unit)
        {
            return null;
        }

        return unit == "degree" && at + 1 < words.Count && Units.Of(words[at + 1].Lower) is { } scale ? scale : unit;
    }

    private static Bound BoundOf(IReadOnlyList<SaidWord> words, int first, int end)
    {
        var before = string.Join(' ', words.Take(first).TakeLast(4).Select(word => word.Lower));
        var after = string.Join(' ', words.Skip(end).Take(3).Select(word => word.Lower));
        return Most().IsMatch(before) || MostAfter().IsMatch(after) ? Bound.AtMost
            : Least().IsMatch(before) || LeastAfter().IsMatch(after) ? Bound.AtLeast
            : More().IsMatch(before) ? NotBefore(words, first) ? Bound.AtMost : Bound.More
            : Less().IsMatch(before) ? Bound.Less
            : About().IsMatch(before) ? Bound.About
            : Bound.None;
    }

    /// <summary>"Must not run dry for more than 30 seconds" bounds from above.</summary>
    private static bool NotBefore(IReadOnlyList<SaidWord> words, int first) =>
        words.Take(first).Any(word => word.Clause == words[first].Clause && ClosedWords.Negates(word.Lower));

    [GeneratedRegex("^[0-9](?>[0-9.,]*)", RegexOptions.CultureInvariant, MatchTimeout.Milliseconds)]
    private static partial Regex Figures();

    [GeneratedRegex("[0-9](?:st|nd|rd|th)$", RegexOptions.CultureInvariant, MatchTimeout.Milliseconds)]
    private static partial Regex OrdinalFigure();

    [GeneratedRegex(@"\b(?:at most|up to|maximum of|capped at|limit of|as \w{1,10} as|(?:no|not|nowhere) \w{2,10} than|within|limited to)$",
        RegexOptions.CultureInvariant, MatchTimeout.Milliseconds)]
    private static partial Regex Most();

    [GeneratedRegex("^(?:(?:[a-z]{1,20} )?at most|or (?:less|fewer|under))", RegexOptions.CultureInvariant, MatchTimeout.Milliseconds)]
    private static partial Regex MostAfter();

    [GeneratedRegex(@"\b(?:at least|minimum of|(?:no|not) (?:less|fewer) than)$", RegexOptions.CultureInvariant, MatchTimeout.Milliseconds)]
    private static partial Regex Least();

    [GeneratedRegex("^(?:[a-z]{1,20} )?or (?:more|older|over|above)", RegexOptions.CultureInvariant, MatchTimeout.Milliseconds)]
    private static partial Regex LeastAfter();

    [GeneratedRegex(@"\b(?:(?:more|longer|greater|higher|larger|older|later) than|over|above|exceeding|beyond)$", RegexOptions.CultureInvariant, MatchTimeout.Milliseconds)]
    private static partial Regex More();

    [GeneratedRegex(@"\b(?:(?:less|fewer|shorter|lower|smaller|younger|earlier) than|under|below)$", RegexOptions.CultureInvariant, MatchTimeout.Milliseconds)]
    private static partial Regex Less();

    [GeneratedRegex(@"\b(?:about|around|roughly|some|approximately|almost|nearly|circa)$", RegexOptions.CultureInvariant, MatchTimeout.Milliseconds)]
    private static partial Regex About();
}
