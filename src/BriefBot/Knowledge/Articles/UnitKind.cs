namespace BriefBot.Knowledge.Articles;

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
