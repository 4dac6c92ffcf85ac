namespace BriefBot.Chat.Writing;

/// <summary>
/// A message of the bot for any network, whose project renders it in the network's own form. All text in it is data: a renderer escapes
/// it.
/// </summary>
public sealed record ChatMessage
{
    /// <summary>The content from top to bottom; never empty.</summary>
    public required IReadOnlyList<MessageBlock> Blocks { get; init; }

    /// <summary>The buttons below it; empty on networks without any.</summary>
    public IReadOnlyList<MessageAction> Actions { get; init; } = [];

    /// <summary>Indicates whether only the author of the question should see it, where the network supports that.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Indicates whether the network refused its usual form, so that it is sent as text alone.</summary>
    public bool IsPlain { get; init; }

    /// <summary>A message of one line of the bot's own.</summary>
    public static ChatMessage Say(string text) => new() { Blocks = [MessageBlock.Line(new MessageSpan.Plain(text))] };
}

/// <summary>A part of a message, such as a sentence or a source. It is cut only where it is longer than a whole message.</summary>
/// <param name="Start">Its separator to the block before it.</param>
/// <param name="Spans">The text; never empty.</param>
public sealed record MessageBlock(BlockStart Start, IReadOnlyList<MessageSpan> Spans)
{
    /// <summary>The style of the whole block.</summary>
    public BlockStyle Style { get; init; }

    /// <summary>A block on a line of its own.</summary>
    public static MessageBlock Line(params MessageSpan[] spans) => new(BlockStart.Line, spans);

    /// <summary>A source, or another note in small print below the text.</summary>
    public static MessageBlock Footnote(params MessageSpan[] spans) => new(BlockStart.Line, spans) { Style = BlockStyle.Footnote };
}

/// <summary>The separator between a block and the one before it in the same message.</summary>
public enum BlockStart
{
    /// <summary>It goes on in the same line, after a space.</summary>
    Sentence,

    /// <summary>It begins a line.</summary>
    Line,

    /// <summary>It begins a section, such as the answer to another question.</summary>
    Section,
}

/// <summary>The style of a block.</summary>
public enum BlockStyle
{
    /// <summary>Usual text.</summary>
    Text,

    /// <summary>A quotation.</summary>
    Quote,

    /// <summary>Small print set apart from the text: sources, notes.</summary>
    Footnote,

    /// <summary>Small print that is not set apart.</summary>
    Small,
}

/// <summary>A piece of text in one form. A closed hierarchy.</summary>
public abstract record MessageSpan
{
    private MessageSpan() { }

    /// <summary>Text as it is.</summary>
    /// <param name="Text">The text.</param>
    public sealed record Plain(string Text) : MessageSpan;

    /// <summary>Highlighted text.</summary>
    /// <param name="Text">The text.</param>
    public sealed record Strong(string Text) : MessageSpan;

    /// <summary>A block of code, on lines of its own.</summary>
    /// <param name="Text">The code.</param>
    public sealed record Code(string Text) : MessageSpan;

    /// <summary>Text that leads to an address, where it is an address of the web.</summary>
    /// <param name="Text">The text.</param>
    /// <param name="Url">The address.</param>
    public sealed record Link(string Text, string Url) : MessageSpan;

    /// <summary>The targets of the links in the text before it, shown whole in parentheses; nothing where none is an address.</summary>
    /// <param name="Urls">The addresses.</param>
    public sealed record Addresses(IReadOnlyList<string> Urls) : MessageSpan;

    /// <summary>The numbers of citations.</summary>
    /// <param name="Numbers">The numbers, from 1; never empty.</param>
    public sealed record Citations(IReadOnlyList<int> Numbers) : MessageSpan;

    /// <summary>A separator or the mark of a list item: never text of an article, and not escaped.</summary>
    /// <param name="Text">The mark.</param>
    public sealed record Mark(string Text) : MessageSpan;

    /// <summary>A row of a table.</summary>
    /// <param name="Header">The names of the columns.</param>
    /// <param name="Cells">The cells, at least one; there may be more or fewer than columns.</param>
    public sealed record Row(IReadOnlyList<string> Header, IReadOnlyList<string> Cells) : MessageSpan;
}

/// <summary>A button below a message.</summary>
/// <param name="Name">Its kind, one of <see cref="ActionNames"/>; at most 9 letters.</param>
/// <param name="Label">The label, at most 75 characters.</param>
/// <param name="Data">The data that comes back when it is pressed, at most 90 characters.</param>
public sealed record MessageAction(string Name, string Label, string Data)
{
    /// <summary>The kind and the data, at most 100 characters, unlike that of any other button of the message.</summary>
    public string Id => $"{Name}:{Data}";
}

/// <summary>The kinds of buttons. They are kept in messages that were sent, so a name is never given to another kind.</summary>
public static class ActionNames
{
    /// <summary>Deletes an answer.</summary>
    public const string Delete = "delete";

    /// <summary>Shows the passages that were quoted, or that come closest.</summary>
    public const string Passages = "passages";

    /// <summary>Marks the post as answered.</summary>
    public const string Solved = "solved";

    /// <summary>Votes for an answer.</summary>
    public const string Up = "up";

    /// <summary>Votes against an answer.</summary>
    public const string Down = "down";

    /// <summary>Gives the reason of a vote against an answer.</summary>
    public const string Reason = "why";

    /// <summary>Asks for what is wrong with an answer in the person's own words, and takes them.</summary>
    public const string Comment = "comment";

    /// <summary>Passes the question to the editors.</summary>
    public const string Editors = "editors";

    /// <summary>Asks to be told when an article answers the question.</summary>
    public const string Tell = "tell";
}
