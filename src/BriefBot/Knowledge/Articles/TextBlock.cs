namespace BriefBot.Knowledge.Articles;

/// <summary>
/// One paragraph, list item, row of a table or code fence of an article as it reads: markup rendered away, white space
/// folded to single spaces (code keeps its line breaks).
/// </summary>
public sealed record TextBlock
{
    /// <summary>The text a reader sees.</summary>
    public required string Text { get; init; }

    /// <summary>The kind of the block.</summary>
    public required BlockKind Kind { get; init; }

    /// <summary>
    /// Nesting depth of lists: 0 outside of any, 1 in a list, 2 in a list within an item of it. Code and tables have the depth of their
    /// item.
    /// </summary>
    public int Depth { get; init; }

    /// <summary>
    /// Indicates whether the block begins a list item; following blocks of the same or greater depth belong to the item until another
    /// begins.
    /// </summary>
    public bool BeginsItem { get; init; }

    /// <summary>The number of its item in a numbered list, whose items are steps or ranks; 0 in other lists and outside of any.</summary>
    public int Number { get; init; }

    /// <summary>The same in one value.</summary>
    public BlockForm Form => new(Kind, Depth, BeginsItem, Number);

    /// <summary>
    /// The offsets at which lines, pages or paragraphs of the file begin within <see cref="Text"/>, ascending; never empty.
    /// </summary>
    public required IReadOnlyList<PlaceStart> Places { get; init; }

    /// <summary>The links in <see cref="Text"/> that lead to another site, in order.</summary>
    public IReadOnlyList<TextLink> Links { get; init; } = [];

    /// <summary>Returns the 1-based line, page or paragraph of the character at <paramref name="offset"/> of <see cref="Text"/>.</summary>
    public int PlaceAt(int offset)
    {
        var number = Places[0].Number;
        foreach (var start in Places)
        {
            if (start.Offset > offset)
            {
                break;
            }

            number = start.Number;
        }

        return number;
    }
}

/// <summary>The form of a text in its article: the properties of <see cref="TextBlock"/> with the same names.</summary>
/// <param name="Kind">The kind of its block.</param>
/// <param name="Depth">Nesting depth of its list.</param>
/// <param name="BeginsItem">Whether it begins a list item.</param>
/// <param name="Number">The number of its item; 0 where the list has none.</param>
public readonly record struct BlockForm(BlockKind Kind, int Depth = 0, bool BeginsItem = false, int Number = 0);

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

/// <summary>A link in the text of a block.</summary>
/// <param name="Start">Start of its text.</param>
/// <param name="Length">Length of its text in characters.</param>
/// <param name="Url">The target: an absolute http or https address.</param>
public readonly record struct TextLink(int Start, int Length, string Url);

/// <summary>A part of a text: 0-based start and length in characters.</summary>
internal readonly record struct TextSpan(int Start, int Length)
{
    public int End => Start + Length;
}
