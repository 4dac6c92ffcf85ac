namespace BriefBot.Knowledge.Articles;

/// <summary>A part of a passage that can answer a question by itself.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Introduction">
/// What it can't be understood without: the line that announces it, the header row, the items it stands in. Ordinals among the passage's sentences, ascending; may be empty.
/// </param>
/// <param name="First">The ordinal of its first sentence.</param>
/// <param name="Last">The ordinal of its last.</param>
internal sealed record AnswerUnit(UnitKind Kind, IReadOnlyList<int> Introduction, int First, int Last)
{
    /// <summary>Of a list that is cut how many of its items come after this unit.</summary>
    public int ItemsLeft { get; init; }

    /// <summary>The ordinals of the introduction and of the unit's own sentences, in reading order.</summary>
    public IEnumerable<int> Ordinals => Introduction.Concat(Enumerable.Range(First, Last - First + 1));

    /// <summary>Whether it holds the sentence with this ordinal itself.</summary>
    public bool Holds(int ordinal) => ordinal >= First && ordinal <= Last;
}
