namespace BriefBot.Answers.Entailment;

/// <summary>The kind of a statement that its passage does not support.</summary>
internal enum UnsupportedReason
{
    /// <summary>Too many of its words.</summary>
    Words,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A unit of measure.</summary>
    Unit,

    /// <summary>A date or a time.</summary>
    Date,

    /// <summary>A name.</summary>
    Name,

    /// <summary>A negation is missing or added.</summary>
    Negation,

    /// <summary>Another agent, patient or subject.</summary>
    Role,

    /// <summary>Indicates whether a number is a bound, and which.</summary>
    Bound,

    /// <summary>Words in quotation marks.</summary>
    Quote,
}
