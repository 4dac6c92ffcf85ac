using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace BriefBot.Answers.Entailment;

/// <summary>Finds the numbers of a statement, in figures and in words, with their units.</summary>
internal static partial class QuantityReader
{
    private static readonly string[] SmallNumbers =
    [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];

    private static readonly string[] Tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly string[] Ordinals =
    [
        "",
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
    ];

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

    /// <summary>Words allowed between a number and its unit.</summary>
    private static readonly FrozenSet<string> BeforeUnits = "cubic square working operating business calendar full whole extra more further"
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>In their order.</summary>
    /// <param name="words">The statement's words.</param>
    /// <param name="isDate">Returns whether a word is part of a date.</param>
    public static IReadOnlyList<Quantity> Read(IReadOnlyList<AnnotatedToken> words, Func<int, bool> isDate)
    {
        var found = new List<(Quantity Quantity, int End)>();
        for (var i = 0; i < words.Count; i++)
        {
            if (!isDate(i) && Read(words, i) is { } read)
            {
                var unit = read.Unit ?? UnitAt(words, i, read.End);
                var isCount = unit is null && read.End < words.Count && words[read.End] is { Before: "", IsContent: true };
                found.Add(
                    (
                        new Quantity(read.Value, unit, BoundReader.Read(words, i, read.End), i, read.IsOrdinal)
                        {
                            IsCount = isCount,
                            End = read.End,
                        },
                        read.End
                    )
                );
                i = read.End - 1;
            }
        }

        // "Between 2 and 8 degrees", "eight to ten times": the first has the unit of the second.
        for (var i = found.Count - 2; i >= 0; i--)
        {
            var between = found[i + 1].Quantity.Word - found[i].End;
            var isSpan =
                (between == 0 && words[found[i].End].Before.Length > 0)
                || (between == 1 && words[found[i].End].Lower is "to" or "and" or "or");
            if (isSpan && found[i].Quantity.Unit is null && found[i + 1].Quantity.Unit is { } unit)
            {
                found[i] = (found[i].Quantity with { Unit = unit }, found[i].End);
            }
        }

        return [.. found.Select(one => one.Quantity)];
    }

    private static (double Value, int End, bool IsOrdinal, string? Unit)? Read(IReadOnlyList<AnnotatedToken> words, int i)
    {
        var word = words[i];
        if (word.IsFigure)
        {
            return Figure(word.Text) is { } value ? AndPart(words, Scaled(words, value, i + 1, OrdinalFigure().IsMatch(word.Text))) : null;
        }

        if (word.Lower is "twice" or "half")
        {
            // "Half an hour".
            var unit =
                word.Lower == "half" && i + 2 < words.Count && words[i + 1].Lower is "a" or "an" ? Units.Find(words[i + 2].Lower) : null;
            return (word.Lower == "twice" ? 2 : 0.5, unit is null ? i + 1 : i + 3, false, unit);
        }

        if (
            word.Lower is "a" or "an" or "one"
            && i + 1 < words.Count
            && Units.Find(words[i + 1].Lower) is { } whole
            && Part(words, i + 2) is { } part
        )
        {
            return (1 + part, i + 5, false, whole);
        }

        if (word.Lower == "quarter" && i + 1 < words.Count && words[i + 1].Lower == "of")
        {
            return (0.25, i + 1, false, null);
        }

        if (Fraction(words, i) is { } fraction)
        {
            return (fraction.Value, fraction.End, false, null);
        }

        if (
            i > 0
            && Array.IndexOf(Ordinals, word.Lower) is > 0 and var place
            && !(place == 2 && i > 0 && words[i - 1].Lower is "a" or "per" or "one")
        )
        {
            return (place, i + 1, true, null);
        }

        if (Scales.TryGetValue(word.Lower, out var scale))
        {
            return Scaled(words, scale, i + 1, false);
        }

        if (Small(words, i) is not { } small || (small.Value == 1 && !IsOneOf(words, i)))
        {
            return null;
        }

        return AndPart(words, Scaled(words, small.Value, small.End, false));
    }

    /// <summary>Parses a number: "3,000" is three thousand, "5,20" has a decimal comma. Null for anything else, such as "3.2.0".</summary>
    private static double? Figure(string text)
    {
        var figures = Figures().Match(text).Value.TrimEnd('.', ',');
        return double.TryParse(
            DecimalComma().IsMatch(figures) ? figures.Replace(',', '.') : figures.Replace(",", "", StringComparison.Ordinal),
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out var value
        )
            ? value
            : null;
    }

    /// <summary>"And a half", "and three quarters".</summary>
    private static double? Part(IReadOnlyList<AnnotatedToken> words, int i) =>
        i + 2 >= words.Count || words[i].Lower != "and"
            ? null
            : (words[i + 1].Lower, words[i + 2].Lower) switch
            {
                ("a", "half") => 0.5,
                ("a", "quarter") => 0.25,
                ("three", "quarters") => 0.75,
                _ => null,
            };

    private static (double Value, int End, bool IsOrdinal, string? Unit) AndPart(
        IReadOnlyList<AnnotatedToken> words,
        (double Value, int End, bool IsOrdinal, string? Unit) number
    ) => Part(words, number.End) is { } part ? number with { Value = number.Value + part, End = number.End + 3 } : number;

    /// <summary>Returns whether a word is a number, in figures or not.</summary>
    public static bool IsNumber(AnnotatedToken word) => word.IsFigure || IsNumber(word.Lower);

    /// <summary>Returns whether a word in lower case is a number.</summary>
    public static bool IsNumber(string word) =>
        Array.IndexOf(SmallNumbers, word) > 1
        || Array.IndexOf(Tens, word) > 1
        || Array.IndexOf(Ordinals, word) > 1
        || Scales.ContainsKey(word);

    /// <summary>"One" counts where a unit or a scale follows.</summary>
    private static bool IsOneOf(IReadOnlyList<AnnotatedToken> words, int i) =>
        i + 1 < words.Count && (Scales.ContainsKey(words[i + 1].Lower) || Units.Find(words[i + 1].Lower) is not null);

    /// <summary>A number below a hundred in words, and the place after its last; null where none begins.</summary>
    public static (int Value, int End)? Small(IReadOnlyList<AnnotatedToken> words, int i)
    {
        if (Array.IndexOf(SmallNumbers, words[i].Lower) is >= 0 and var small)
        {
            return (small, i + 1);
        }

        if (words[i].Lower.Length < 5 || Array.IndexOf(Tens, words[i].Lower) is not (>= 2 and var tens))
        {
            return null;
        }

        return
            i + 1 < words.Count
            && words[i + 1].Before is "-" or ""
            && Array.IndexOf(SmallNumbers, words[i + 1].Lower) is >= 1 and <= 9 and var ones
            ? ((tens * 10) + ones, i + 2)
            : (tens * 10, i + 1);
    }

    private static (double Value, int End, bool IsOrdinal, string? Unit) Scaled(
        IReadOnlyList<AnnotatedToken> words,
        double value,
        int end,
        bool isOrdinal
    )
    {
        while (end < words.Count && Scales.TryGetValue(words[end].Lower, out var scale) && words[end].Before is "" or "-")
        {
            value *= scale;
            end++;
        }

        return (value, end, isOrdinal, null);
    }

    /// <summary>"A fifth of", "two thirds", "a quarter".</summary>
    private static (double Value, int End)? Fraction(IReadOnlyList<AnnotatedToken> words, int i)
    {
        var of = i + 1 < words.Count ? words[i + 1].Lower : "";
        var count = words[i].Lower is "a" ? 1 : Array.IndexOf(SmallNumbers, words[i].Lower);
        var part = of is "quarter" or "quarters" ? 4 : Array.IndexOf(Ordinals, of.TrimEnd('s'));
        var isFraction =
            count > 0
            && part >= 3
            && (
                of.EndsWith('s')
                || of == "quarter"
                || words[i].Lower == "one"
                || (i + 2 < words.Count && words[i + 2].Lower is "of" or "or" or "off")
            );
        return isFraction ? ((double)count / part, i + 2) : null;
    }

    private static string? UnitAt(IReadOnlyList<AnnotatedToken> words, int first, int end)
    {
        if (first > 0 && Units.StandsBefore(words[first - 1].Lower))
        {
            return Units.Find(words[first - 1].Lower);
        }

        var at = end < words.Count && (words[end].Lower == "of" || BeforeUnits.Contains(words[end].Lower)) ? end + 1 : end;
        at =
            at + 1 < words.Count
            && words[at].IsName
            && Units.Find(words[at].Lower) is null
            && Units.Find(words[at + 1].Lower) is { } money
            && Units.IsMoney(money)
                ? at + 1
                : at;
        at = at > end && at < words.Count && words[at].Lower is "a" or "an" ? at + 1 : at;
        if (at + 1 < words.Count && words[at].Lower == "per" && words[at + 1].Lower == "cent")
        {
            return "percent";
        }

        if (at >= words.Count || words[at].Before is not ("" or "-") || Units.Find(words[at].Lower) is not { } unit)
        {
            return null;
        }

        return unit == "degree" && at + 1 < words.Count && (Scale(words[at + 1].Text) ?? Units.Find(words[at + 1].Lower)) is { } scale
            ? scale
            : unit;
    }

    /// <summary>The letter after a degree sign.</summary>
    private static string? Scale(string letter) =>
        letter switch
        {
            "C" => "celsius",
            "F" => "fahrenheit",
            _ => null,
        };

    [GeneratedRegex("^[0-9](?>[0-9.,]*)", RegexOptions.CultureInvariant, MatchTimeout.Milliseconds)]
    private static partial Regex Figures();

    [GeneratedRegex("^(?>[0-9]+),[0-9]{1,2}$", RegexOptions.CultureInvariant, MatchTimeout.Milliseconds)]
    private static partial Regex DecimalComma();

    [GeneratedRegex("[0-9](?:st|nd|rd|th)$", RegexOptions.CultureInvariant, MatchTimeout.Milliseconds)]
    private static partial Regex OrdinalFigure();
}
