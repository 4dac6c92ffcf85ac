namespace BriefBot.Answers.Entailment;

/// <summary>A number with its unit.</summary>
/// <param name="Value">Its value.</param>
/// <param name="Unit">The unit of measure, or null.</param>
/// <param name="Bound">Whether it is a bound, or approximate.</param>
/// <param name="Word">The place of its first word.</param>
/// <param name="IsOrdinal">Whether it is an ordinal.</param>
internal readonly record struct Quantity(double Value, string? Unit, Bound Bound, int Word, bool IsOrdinal)
{
    private const double Precision = 1e-9;

    /// <summary>A number is given by a bound up to this share of it away.</summary>
    private const double Near = 0.25;

    /// <summary>The index after its last word; its unit counts only if it stands between.</summary>
    public int End { get; init; }

    /// <summary>Indicates whether a noun follows that it counts, instead of a unit.</summary>
    public bool IsCount { get; init; }

    /// <summary>Indicates whether it is a table cell, which the header may bound.</summary>
    public bool IsCell { get; init; }

    /// <summary>
    /// Returns whether a passage that says this says the number of <paramref name="other"/> too, units converted: 30 minutes are half an
    /// hour, and a half is 50 %.
    /// </summary>
    public bool Holds(Quantity other) => IsOrdinal == other.IsOrdinal && (AreSame(Value, other.Value) || IsConverted(other));

    /// <summary>Returns whether both say as much in units of one kind.</summary>
    public bool IsConverted(Quantity other)
    {
        var ((value, unit), (otherValue, otherUnit)) = (Units.Convert(Value, Unit), Units.Convert(other.Value, other.Unit));
        return (unit == otherUnit && AreSame(value, otherValue)) || AreCents(this, other) || AreCents(other, this);
    }

    /// <summary>Returns whether a number lies so within a bound that it may be given by it: 212 are "over 200".</summary>
    public bool IsWithin(Quantity bound)
    {
        var ((value, unit), (end, boundUnit)) = (Units.Convert(Value, Unit), Units.Convert(bound.Value, bound.Unit));
        return unit == boundUnit
            && Math.Abs(value - end) <= Near * value
            && bound.Bound switch
            {
                Bound.More or Bound.AtLeast => value > end,
                Bound.Less or Bound.AtMost => value < end,
                _ => false,
            };
    }

    /// <summary>Returns whether it is a bound that a value keeps: eleven is under twelve.</summary>
    public bool Bounds(double value) =>
        Bound switch
        {
            Bound.More => value > Value,
            Bound.AtLeast => value >= Value,
            Bound.Less => value < Value,
            Bound.AtMost => value <= Value,
            _ => false,
        };

    /// <summary>Returns whether both bound whole numbers alike: "more than four" are "five or more".</summary>
    public bool IsSameBoundAs(Quantity other) =>
        Units.Convert(1, Unit).Unit == Units.Convert(1, other.Unit).Unit
        && (Bound, other.Bound, other.Value - Value)
            is
                (Bound.More, Bound.AtLeast, 1)
                or
                (Bound.AtLeast, Bound.More, -1)
                or
                (Bound.Less, Bound.AtMost, -1)
                or
                (Bound.AtMost, Bound.Less, 1);

    private static bool AreCents(Quantity cents, Quantity whole) =>
        cents.Unit == "cent" && whole.Unit is "euro" or "dollar" && AreSame(cents.Value, whole.Value * 100);

    private static bool AreSame(double one, double other) => Math.Abs(one - other) <= Precision * Math.Max(Math.Abs(one), 1);
}

/// <summary>A bound expressed before a number.</summary>
internal enum Bound
{
    None,
    About,
    AtLeast,
    AtMost,
    More,
    Less,
}
