namespace BriefBot.Chat.Writing;

/// <summary>A piece of a reply in the markup of a network: a sentence, a piece of code, a source. It is cut only where it is longer than a whole message.</summary>
/// <param name="Before">What stands between it and the piece before it, where both are in one message.</param>
/// <param name="Text">What is said.</param>
internal sealed record ReplyPiece(string Before, string Text)
{
    /// <summary>What stands before the answer to another question.</summary>
    public const string Apart = "\n\n";

    /// <summary>What opens the markup around the text; every part of a piece that is cut has it anew.</summary>
    public string Open { get; init; } = "";

    /// <summary>What closes it.</summary>
    public string Close { get; init; } = "";

    /// <summary>The text without what marks parts of it, which a cut could tear open.</summary>
    public string? Unmarked { get; init; }

    /// <summary>Whether it is small print: a source, what comes closest.</summary>
    public bool IsSmall { get; init; }

    /// <summary>Whether it begins the answer to another question.</summary>
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
        return TextCut.Cut(Unmarked ?? Text, room).Select((text, i) => this with { Text = text, Unmarked = null, Before = i == 0 ? Before : "\n" });
    }
}
