namespace BriefBot.Answers.Support;

/// <summary>Whether the numbers, units, bounds and dates of a sentence stand in its evidence.</summary>
internal static class Figures
{
    public static Unsupported? Of(Statement said, Evidence evidence) =>
        said.Dates.Any(date => !evidence.Dates.Any(other => other.Holds(date) || HoldsApart(other, date, evidence))) ? Unsupported.Date
        : said.Quantities.Select(quantity => Of(quantity, evidence)).FirstOrDefault(problem => problem is not null) ?? OfUnits(said, evidence);

    /// <summary>A year that stands with another part of the date may be given with this one, if this has none.</summary>
    private static bool HoldsApart(SaidDate one, SaidDate date, Evidence evidence) =>
        one.Year is null && date is { Year: not null, Month: not null } && one.Holds(date with { Year = null }) && evidence.Dates.Any(other => other.Year == date.Year);

    private static Unsupported? Of(Quantity quantity, Evidence evidence)
    {
        if (quantity.Value == 1 && !quantity.IsOrdinal)
        {
            return quantity.Unit is null || HasUnit(evidence, quantity.Unit) ? null : Unsupported.Unit;
        }

        var same = evidence.Quantities.Where(other => other.Holds(quantity)).ToArray();
        if (same.Length == 0)
        {
            return quantity.IsOrdinal && IsWord(quantity, evidence) ? null : Unsupported.Number;
        }

        var measured = same.Where(other => IsSameUnit(quantity.Unit, other.Unit)).ToArray();
        return measured.Length == 0 ? Unsupported.Unit : measured.Any(other => IsSameBound(quantity.Bound, other.Bound)) ? null : Unsupported.Bound;
    }

    /// <summary>"The first with" orders nothing.</summary>
    private static bool IsWord(Quantity quantity, Evidence evidence) => quantity.Value == 1 && evidence.Words.Any(word => word.Lower is "first");

    private static bool IsSameUnit(string? said, string? other) =>
        said is null || said == other || (said == "degree" && other is "celsius" or "fahrenheit" or "kelvin");

    /// <summary>A bound may be left out; one that is given must stand there.</summary>
    private static bool IsSameBound(Bound said, Bound other) => said switch
    {
        Bound.None => true,
        Bound.About => other is Bound.None or Bound.About,
        Bound.AtLeast => other is Bound.AtLeast or Bound.More,
        Bound.AtMost => other is Bound.AtMost or Bound.Less,
        _ => other == said,
    };

    /// <summary>"A day", "per minute", "hourly".</summary>
    private static Unsupported? OfUnits(Statement said, Evidence evidence) =>
        said.Words.Where(word => !word.IsName && word.Lower.Length > 2 && !said.IsNumber(word))
            .Select(word => Units.Of(word.Lower)).OfType<string>().All(unit => HasUnit(evidence, unit)) ? null : Unsupported.Unit;

    private static bool HasUnit(Evidence evidence, string unit) =>
        evidence.Words.Any(word => Units.Of(word.Lower) == unit) || evidence.Quantities.Any(quantity => IsSameUnit(unit, quantity.Unit));
}
