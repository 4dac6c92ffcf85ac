namespace BriefBot.Knowledge;

/// <summary>
/// One paragraph, list item, table row group or code fence of an article as it reads: markup rendered away, white space
/// folded to single spaces (code keeps its line breaks).
/// </summary>
public sealed record TextBlock
{
    /// <summary>The text a reader sees.</summary>
    public required string Text { get; init; }

    /// <summary>What the block is; only prose is cut into sentences.</summary>
    public required BlockKind Kind { get; init; }

    /// <summary>Where the lines of the file begin within <see cref="Text"/>, in ascending order; never empty.</summary>
    public required IReadOnlyList<LineStart> Lines { get; init; }

    /// <summary>The 1-based line of the file on which the character at <paramref name="offset"/> of <see cref="Text"/> stands.</summary>
    public int LineAt(int offset)
    {
        var line = Lines[0].Line;
        foreach (var start in Lines)
        {
            if (start.Offset > offset)
            {
                break;
            }

            line = start.Line;
        }

        return line;
    }
}
