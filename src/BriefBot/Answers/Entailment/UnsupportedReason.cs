namespace BriefBot.Answers.Entailment;

/// <summary>What of a sentence its passage does not say.</summary>
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

    /// <summary>What is denied, or that it is not.</summary>
    Negation,

    /// <summary>Who does it to whom, or of whom it is said.</summary>
    Role,

    /// <summary>Whether a number is a bound, and which.</summary>
    Bound,

    /// <summary>Words in quotation marks.</summary>
    Quote,
}
