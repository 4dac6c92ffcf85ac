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

    /// <summary>What stands before it and after the word before, white space left out.</summary>
    public required string Before { get; init; }

    /// <summary>Which clause it stands in, from 0.</summary>
    public required int Clause { get; init; }

    /// <summary>Whether it is written as a name.</summary>
    public required bool IsName { get; init; }

    /// <summary>Whether it is a number in figures.</summary>
    public bool IsFigure => char.IsAsciiDigit(Text[0]);

    /// <summary>Whether it says something that a passage must hold.</summary>
    public bool IsContent => IsName || (!ClosedWords.Contains(Lower) && !IsFigure);
}
