namespace BriefBot.Knowledge.Articles;

/// <summary>A part of a passage that can answer a question by itself.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Introduction">
/// Ordinals of the sentences needed to understand it: the line that announces it, the header row, the enclosing items. Ascending; may be
/// empty.
/// </param>
/// <param name="First">The ordinal of its first sentence.</param>
/// <param name="Last">The ordinal of its last.</param>
internal sealed record AnswerUnit(UnitKind Kind, IReadOnlyList<int> Introduction, int First, int Last)
{
    /// <summary>Number of items of its list that follow this unit where the list is cut.</summary>
    public int ItemsLeft { get; init; }

    /// <summary>The ordinals of the introduction and of the unit's own sentences, in reading order.</summary>
    public IEnumerable<int> Ordinals => Introduction.Concat(Enumerable.Range(First, Last - First + 1));

    /// <summary>Returns whether it holds the sentence with this ordinal itself.</summary>
    public bool Holds(int ordinal) => ordinal >= First && ordinal <= Last;
}

/// <summary>The kind of an <see cref="AnswerUnit"/>.</summary>
internal enum UnitKind
{
    /// <summary>A paragraph that is short enough to be said whole.</summary>
    Paragraph,

    /// <summary>A sentence of a longer paragraph.</summary>
    Sentence,

    /// <summary>An item of a list with all that is nested under it.</summary>
    ListItem,

    /// <summary>A whole list, or its first items where it is long.</summary>
    List,

    /// <summary>A row of a table.</summary>
    TableRow,

    /// <summary>A whole table.</summary>
    Table,

    /// <summary>Code with the line that announces it.</summary>
    Code,

    /// <summary>Everything under a heading.</summary>
    Section,
}
