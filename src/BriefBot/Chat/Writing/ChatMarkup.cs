namespace BriefBot.Chat.Writing;

/// <summary>How a network marks text. What comes in is data: nothing of it is markup or calls somebody in what comes out.</summary>
internal abstract class ChatMarkup
{
    /// <summary>What opens a line of small print.</summary>
    public abstract string Small { get; }

    /// <summary>What opens a piece of code, and what closes it.</summary>
    public abstract (string Open, string Close) Fence { get; }

    /// <summary>Text as it is shown.</summary>
    public abstract string Text(ReadOnlySpan<char> text);

    /// <summary>What answers, marked.</summary>
    public abstract string Strong(ReadOnlySpan<char> text);

    /// <summary>The inside of a piece of code.</summary>
    public abstract string Code(string code);

    /// <summary>Text that leads to an address; the text alone where the network has no such thing or the address is none.</summary>
    public abstract string Link(string text, string? url);

    /// <summary>An address, shown whole; empty where it is none.</summary>
    public abstract string Address(string url);

    /// <summary>Where the links of a sentence lead, to stand after it; empty where it has none.</summary>
    public string Addresses(IReadOnlyList<string> urls)
    {
        string[] shown = [.. urls.Select(Address).Where(address => address.Length > 0)];
        return shown.Length == 0 ? "" : $" ({string.Join(", ", shown)})";
    }
}
