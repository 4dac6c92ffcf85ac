namespace BriefBot.Chat.Writing;

/// <summary>The markup of a network. Input is data: none of it is markup or mentions anybody in the output.</summary>
internal abstract class ChatMarkup
{
    /// <summary>The prefix of a line of small print.</summary>
    public abstract string Small { get; }

    /// <summary>The opening and closing marks of a code block.</summary>
    public abstract (string Open, string Close) Fence { get; }

    /// <summary>Text as it is shown.</summary>
    public abstract string Text(ReadOnlySpan<char> text);

    /// <summary>Returns highlighted text.</summary>
    public abstract string Strong(ReadOnlySpan<char> text);

    /// <summary>The inside of a piece of code.</summary>
    public abstract string Code(string code);

    /// <summary>Text that leads to an address; the text alone where the network has no such thing or the address is none.</summary>
    public abstract string Link(string text, string? url);

    /// <summary>An address, shown whole; empty where it is none.</summary>
    public abstract string Address(string url);

    /// <summary>Returns the link targets of a sentence, to follow it; empty where there are none.</summary>
    public string Addresses(IReadOnlyList<string> urls)
    {
        string[] shown = [.. urls.Select(Address).Where(address => address.Length > 0)];
        return shown.Length == 0 ? "" : $" ({string.Join(", ", shown)})";
    }
}
