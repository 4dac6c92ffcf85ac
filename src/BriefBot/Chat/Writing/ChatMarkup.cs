namespace BriefBot.Chat.Writing;

/// <summary>
/// The markup of a network's text. Input is data: none of it is markup or mentions anybody in the output. Implementations are thread-safe.
/// </summary>
public abstract class ChatMarkup
{
    /// <summary>The prefix of a line of small print.</summary>
    public abstract string Small { get; }

    /// <summary>The prefix of a quotation.</summary>
    public abstract string Quote { get; }

    /// <summary>Returns text as it is shown.</summary>
    public abstract string Text(ReadOnlySpan<char> text);

    /// <summary>Returns highlighted text.</summary>
    public abstract string Strong(ReadOnlySpan<char> text);

    /// <summary>Returns a block of code with its fence.</summary>
    public abstract string Code(string code);

    /// <summary>
    /// Returns text that leads to an address; the text alone where the network has no such thing or the address is none of the web.
    /// </summary>
    public abstract string Link(string text, string url);

    /// <summary>Returns an address, shown whole; empty where it is none.</summary>
    public abstract string Address(string url);

    /// <summary>Returns a row of a table.</summary>
    public virtual string Row(IReadOnlyList<string> header, IReadOnlyList<string> cells) => Text(TableRow.Text(header, cells));

    /// <summary>Returns the text of a message without its buttons.</summary>
    public string Write(ChatMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return Write(message.Blocks);
    }

    /// <summary>Returns the text of blocks with their separators.</summary>
    public string Write(IEnumerable<MessageBlock> blocks) =>
        string.Concat(blocks.Select((block, i) => (i > 0 ? Separator(block.Start) : "") + Write(block)));

    /// <summary>Returns the text of a block without its separator.</summary>
    public string Write(MessageBlock block)
    {
        ArgumentNullException.ThrowIfNull(block);
        var prefix = block.Style switch
        {
            BlockStyle.Footnote or BlockStyle.Small => Small,
            BlockStyle.Quote => Quote,
            _ => "",
        };
        return prefix + Write(block.Spans);
    }

    /// <summary>Returns the text of spans.</summary>
    public string Write(IEnumerable<MessageSpan> spans) => string.Concat(spans.Select(Write));

    /// <summary>Returns the separator between blocks.</summary>
    internal static string Separator(BlockStart start) =>
        start switch
        {
            BlockStart.Section => "\n\n",
            BlockStart.Line => "\n",
            _ => " ",
        };

    private string Write(MessageSpan span) =>
        span switch
        {
            MessageSpan.Plain plain => Text(plain.Text),
            MessageSpan.Strong strong => Strong(strong.Text),
            MessageSpan.Code code => Code(code.Text),
            MessageSpan.Link link => Link(link.Text, link.Url),
            MessageSpan.Addresses addresses => Addresses(addresses.Urls),
            MessageSpan.Citations citations => string.Concat(citations.Numbers.Select(number => $"[{number}]")),
            MessageSpan.Mark mark => mark.Text,
            MessageSpan.Row row => Row(row.Header, row.Cells),
            _ => throw new InvalidOperationException("A span is one of eight."),
        };

    private string Addresses(IReadOnlyList<string> urls)
    {
        string[] shown = [.. urls.Select(Address).Where(address => address.Length > 0)];
        return shown.Length == 0 ? "" : $" ({string.Join(", ", shown)})";
    }
}
