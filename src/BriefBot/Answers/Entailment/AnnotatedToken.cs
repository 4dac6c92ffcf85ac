namespace BriefBot.Answers.Entailment;

/// <summary>A word or a number of a statement.</summary>
internal sealed record AnnotatedToken
{
    /// <summary>As it is written, without a possessive.</summary>
    public required string Text { get; init; }

    /// <summary>The same in lower case.</summary>
    public required string Lower { get; init; }

    /// <summary>Its analysed form.</summary>
    public required string Term { get; init; }

    /// <summary>The 0-based offset of its first character in the statement.</summary>
    public required int Start { get; init; }

    /// <summary>Its 0-based place among the statement's words.</summary>
    public required int Index { get; init; }

    /// <summary>The text between the word before and this one, without white space.</summary>
    public required string Before { get; init; }

    /// <summary>0-based index of its clause.</summary>
    public required int Clause { get; init; }

    /// <summary>Indicates whether it is written as a name.</summary>
    public required bool IsName { get; init; }

    /// <summary>Indicates whether it is a number in figures.</summary>
    public bool IsFigure => char.IsAsciiDigit(Text[0]);

    /// <summary>Indicates whether it says something that a passage must hold.</summary>
    public bool IsContent => IsName || (!ClosedWords.Contains(Lower) && !IsFigure);
}
