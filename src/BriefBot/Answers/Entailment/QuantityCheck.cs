namespace BriefBot.Answers.Entailment;

/// <summary>Checks that the numbers, units, bounds and dates of a sentence are in its evidence, however they are written.</summary>
internal static class QuantityCheck
{
    public static UnsupportedReason? Check(ParsedSentence said, Evidence evidence) =>
        said.Dates.Any(date => !HasDate(evidence, date))
            ? UnsupportedReason.Date
            : said.Quantities.Select(quantity => Check(quantity, said, evidence)).FirstOrDefault(problem => problem is not null)
                ?? OfCodes(said, evidence)
                ?? OfRates(said, evidence)
                ?? OfReplaced(said, evidence);

    private static bool HasDate(Evidence evidence, DateMention date) =>
        evidence.Dates.Any(other => other.Holds(date) || HoldsApart(other, date, evidence))
        || (date.Time is { } time && evidence.Quantities.Any(quantity => quantity.Unit is null && time.IsWritten(quantity.Value)));

    /// <summary>Returns whether a year from another part of the date completes this one, which has none.</summary>
    private static bool HoldsApart(DateMention one, DateMention date, Evidence evidence) =>
        one.Year is null
        && date is { Year: not null, Month: not null }
        && one.Holds(date with { Year = null })
        && evidence.Dates.Any(other => other.Year == date.Year);

    private static UnsupportedReason? Check(Quantity quantity, ParsedSentence said, Evidence evidence)
    {
        var same = evidence.Quantities.Where(other => other.Holds(quantity)).ToArray();
        if (same.Length == 0)
        {
            return IsUnsaidOne(quantity, evidence) || IsHour(quantity, evidence) || IsGivenOtherwise(quantity, said, evidence)
                ? null
                : UnsupportedReason.Number;
        }

        var measured = same.Where(other => IsSameUnit(quantity, other)).ToArray();
        return measured.Length == 0
            ? IsUnsaidOne(quantity, evidence)
                ? null
                : UnsupportedReason.Unit
            : measured.Any(other => other.IsCell || IsSameBound(quantity.Bound, other.Bound))
            || evidence.Words.Any(word => ClosedWords.SaysTheRest(word.Lower))
                ? null
                : UnsupportedReason.Bound;
    }

    /// <summary>
    /// Ten years for "a decade", "over 200" for 212, "five or more" for more than four, class 4 of "classes 3 to 6", a child of eleven for
    /// one under twelve, 15 more for 75 after 60.
    /// </summary>
    private static bool IsGivenOtherwise(Quantity quantity, ParsedSentence said, Evidence evidence) =>
        evidence.Rates.Any(unit => new Quantity(1, unit, Bound.None, 0, false).IsConverted(quantity))
        || evidence.Quantities.Any(other => other.IsWithin(quantity) || other.IsSameBoundAs(quantity))
        || evidence.Statements.Any(statement => IsOfSpan(quantity, said, statement))
        || (
            quantity.Unit == "year"
            && said.Words.Any(word => word.Lower == "old")
            && evidence.Quantities.Any(other => other.Bounds(quantity.Value))
        )
        || IsDifference(quantity, said, evidence.Quoted);

    /// <summary>
    /// Returns whether it is how much two numbers differ, where the sentence compares, or two times of day; or the rest of a share.
    /// </summary>
    private static bool IsDifference(Quantity quantity, ParsedSentence said, IReadOnlyList<ParsedSentence> quoted)
    {
        var (value, unit) = Units.Convert(quantity.Value, quantity.Unit);
        var numbers = quoted
            .SelectMany(statement => statement.Quantities)
            .Select(other => Units.Convert(other.Value, other.Unit))
            .Where(other => other.Unit == unit)
            .ToArray();
        var times = quoted.SelectMany(statement => statement.Dates).Select(date => date.Time).OfType<TimeOfDay>().ToArray();
        bool IsAway(double one, double other) => Math.Abs(Math.Abs(one - other) - value) < 1e-9;
        return (
                said.Words.Any(word => ClosedWords.Compares(word.Lower))
                && numbers.Any(one => numbers.Any(other => IsAway(one.Value, other.Value)))
            )
            || (unit == "second" && times.Any(one => times.Any(other => IsAway(one.Minutes * 60, other.Minutes * 60))))
            || (
                unit == "percent"
                && numbers.Any(other => IsAway(100, other.Value))
                && quoted.Any(statement => statement.Words.Any(word => word.Lower is "rest" or "remaining" or "remainder"))
            );
    }

    /// <summary>"Year 4" of "Years 3 to 6".</summary>
    private static bool IsOfSpan(Quantity quantity, ParsedSentence said, ParsedSentence statement) =>
        quantity.Word > 0
        && statement
            .Quantities.Zip(statement.Quantities.Skip(1))
            .Any(span =>
                span.First.Value < quantity.Value
                && quantity.Value < span.Second.Value
                && span.Second.Word - span.First.Word <= 2
                && span.First.Word > 0
                && statement.Words[span.First.Word - 1].Term == said.Words[quantity.Word - 1].Term
            );

    /// <summary>"An hour", "per day" and "hourly" speak of one; "the first with" orders nothing.</summary>
    private static bool IsUnsaidOne(Quantity quantity, Evidence evidence) =>
        quantity.Value == 1
        && (
            quantity.IsOrdinal
                ? evidence.Words.Any(word => word.Lower is "first")
                : quantity.Unit is null || evidence.Rates.Contains(quantity.Unit)
        );

    /// <summary>The first number of "9 to 11 am".</summary>
    private static bool IsHour(Quantity quantity, Evidence evidence) =>
        quantity is { Unit: null, IsOrdinal: false } && evidence.Dates.Any(date => date.Time?.IsWritten(quantity.Value) == true);

    /// <summary>A unit may be left out, and given where the evidence has a number alone, as in a cell.</summary>
    private static bool IsSameUnit(Quantity said, Quantity other) =>
        said.Unit is null
        || said.IsConverted(other)
        || (said.Unit == "degree" && other.Unit is "celsius" or "fahrenheit" or "kelvin")
        || other is { Unit: null, IsCount: false };

    /// <summary>Returns whether two bounds agree: one may be left out, but a stated one must be in the evidence.</summary>
    private static bool IsSameBound(Bound said, Bound other) =>
        said switch
        {
            Bound.None => true,
            Bound.About => other is Bound.None or Bound.About,
            Bound.AtLeast => other is Bound.AtLeast or Bound.More,
            Bound.AtMost => other is Bound.AtMost or Bound.Less,
            _ => other == said,
        };

    /// <summary>Figures that are no number, such as "3.2.0".</summary>
    private static UnsupportedReason? OfCodes(ParsedSentence said, Evidence evidence) =>
        said
            .Words.Where(word =>
                word.IsFigure && !said.DateWords.Contains(word.Index) && !said.Quantities.Any(quantity => quantity.Word == word.Index)
            )
            .All(word => evidence.Words.Any(other => other.Lower == word.Lower))
            ? null
            : UnsupportedReason.Number;

    /// <summary>"A day", "per minute", "hourly", "per person".</summary>
    private static UnsupportedReason? OfRates(ParsedSentence said, Evidence evidence)
    {
        var near = evidence
            .Quoted.Concat(evidence.Around)
            .SelectMany(statement => PerWords(statement, "per", "each", "every", "a", "an"))
            .ToArray();
        var rates = evidence.Quoted.Concat(evidence.Around).SelectMany(statement => statement.Rates).ToArray();
        bool IsPer(AnnotatedToken word) =>
            (Units.Find(word.Lower) is { } unit && rates.Contains(unit))
            || (near.Length == 0 ? evidence.Held(word) > 0 : Array.Exists(near, other => AreSame(word, other)));
        bool IsRate(string unit) =>
            evidence.Rates.Contains(unit)
            || evidence.Quantities.Any(quantity => quantity.IsConverted(new Quantity(1, unit, Bound.None, 0, false)));
        return said.Rates.All(IsRate) && PerWords(said, "per").All(IsPer) ? null : UnsupportedReason.Unit;
    }

    private static IEnumerable<AnnotatedToken> PerWords(ParsedSentence statement, params string[] signs) =>
        statement.Words.Where(word =>
            word.Index > 0
            && word.IsContent
            && word.Lower != "cent"
            && (signs.Contains(statement.Words[word.Index - 1].Lower) || word.Before == "/")
        );

    private static bool AreSame(AnnotatedToken one, AnnotatedToken other) =>
        one.Term == other.Term || (Units.Find(one.Lower) is { } unit && Units.Find(other.Lower) == unit);

    /// <summary>A number or date that the quoted words lack, where they have another of its kind that is not said.</summary>
    private static UnsupportedReason? OfReplaced(ParsedSentence said, Evidence evidence)
    {
        ParsedSentence[] near = [.. evidence.Copied, .. evidence.Around];
        var numbers = near.SelectMany(statement => statement.Quantities).ToArray();
        var unsaid = evidence
            .Copied.SelectMany(statement => statement.Quantities)
            .Where(other => !said.Quantities.Any(own => own.Holds(other)))
            .ToArray();
        if (
            said.Quantities.Any(quantity =>
                quantity.Unit is not null
                && !Array.Exists(numbers, other => other.Holds(quantity))
                && Array.Exists(
                    unsaid,
                    other => other.Unit is not null && Units.Convert(1, quantity.Unit).Unit == Units.Convert(1, other.Unit).Unit
                )
            )
        )
        {
            return UnsupportedReason.Number;
        }

        var dates = near.SelectMany(statement => statement.Dates.Concat(statement.Between)).ToArray();
        var unsaidDates = evidence
            .Copied.SelectMany(statement => statement.Dates)
            .Where(other => !said.Dates.Any(own => own.Holds(other)))
            .ToArray();
        return said.Dates.Any(date =>
            !Array.Exists(dates, other => other.Holds(date)) && Array.Exists(unsaidDates, other => AreOfOneKind(date, other))
        )
            ? UnsupportedReason.Date
            : null;
    }

    private static bool AreOfOneKind(DateMention one, DateMention other) =>
        (one.Time is null) == (other.Time is null)
        && (one.Weekday is null) == (other.Weekday is null)
        && (one.Year is null) == (other.Year is null);
}
