namespace BriefBot.Answers;

/// <summary>A sentence of an answer.</summary>
public sealed record AnswerSentence
{
    /// <summary>The words.</summary>
    public required string Text { get; init; }

    /// <summary>The numbers of the citations it rests on; never empty.</summary>
    public required IReadOnlyList<int> Citations { get; init; }

    /// <summary>The parts of <see cref="Text"/> that answer when a date, a number or a name was asked for; in order, apart.</summary>
    public IReadOnlyList<Highlight> Highlights { get; init; } = [];

    /// <summary>The words and, after them, the numbers in brackets.</summary>
    public override string ToString() => $"{Text} {string.Concat(Citations.Select(number => $"[{number}]"))}";
}
