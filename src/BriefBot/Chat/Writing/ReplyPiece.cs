namespace BriefBot.Chat.Writing;

/// <summary>
/// A piece of a reply in the markup of a network: a sentence, a piece of code, a source. It is cut only where it is longer than a whole
/// message.
/// </summary>
/// <param name="Before">The separator to the piece before, where both are in one message.</param>
/// <param name="Text">The text.</param>
internal sealed record ReplyPiece(string Before, string Text)
{
    /// <summary>The separator before the answer to another question.</summary>
    public const string Apart = "\n\n";

    /// <summary>The opening markup around the text; each part of a piece that is cut repeats it.</summary>
    public string Open { get; init; } = "";

    /// <summary>The closing markup.</summary>
    public string Close { get; init; } = "";

    /// <summary>The text without inner markup, which a cut could break.</summary>
    public string? Unmarked { get; init; }

    /// <summary>Indicates whether it is small print: a source, or a close passage.</summary>
    public bool IsSmall { get; init; }

    /// <summary>Indicates whether it begins the answer to another question.</summary>
    public bool StandsApart => Before == Apart;

    public int Length => Open.Length + Text.Length + Close.Length;

    public static string Join(IEnumerable<ReplyPiece> pieces) =>
        string.Concat(pieces.Select((piece, i) => $"{(i > 0 ? piece.Before : "")}{piece.Open}{piece.Text}{piece.Close}"));

    /// <summary>In parts of at the most <paramref name="limit"/> characters each; itself where it is no longer.</summary>
    public IEnumerable<ReplyPiece> Cut(int limit)
    {
        if (Length <= limit)
        {
            return [this];
        }

        var room = limit - Open.Length - Close.Length;
        return TextCut
            .Cut(Unmarked ?? Text, room)
            .Select((text, i) => this with { Text = text, Unmarked = null, Before = i == 0 ? Before : "\n" });
    }
}
