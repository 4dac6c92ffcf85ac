namespace BriefBot.Knowledge.Articles;

/// <summary>The kind of a block.</summary>
public enum BlockKind
{
    /// <summary>Running text, cut into sentences when quoted.</summary>
    Prose,

    /// <summary>One item of a list, quoted in sentences.</summary>
    ListItem,

    /// <summary>One row of a table, quoted whole, its cells joined by " | ".</summary>
    TableRow,

    /// <summary>The row that names the columns of its table: shown beside other rows, and no answer by itself.</summary>
    TableHeader,

    /// <summary>A fenced or indented code block, quoted whole.</summary>
    Code,
}
