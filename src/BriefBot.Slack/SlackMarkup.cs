using System.Text;
using BriefBot.Chat;
using BriefBot.Chat.Writing;

namespace BriefBot.Slack;

/// <summary>
/// Slack's mrkdwn, for the text of a message that notifications show and that stands in for refused blocks.
/// </summary>
/// <remarks>
/// It has no escapes but those of ampersand and angle brackets, which are all that calls somebody:
/// https://docs.slack.dev/messaging/formatting-message-text.
/// </remarks>
internal sealed class SlackMarkup : ChatMarkup
{
    /// <summary>A longer address is left out.</summary>
    private const int MaxAddress = 500;

    public override string Small => "";

    public override string Quote => "> ";

    public override string Text(ReadOnlySpan<char> text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var character in text)
        {
            _ = character switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                _ when character is not '\n' && MessageText.IsUnseen(character) => escaped.Append(' '),
                _ => escaped.Append(character),
            };
        }

        return escaped.ToString();
    }

    public override string Strong(ReadOnlySpan<char> text) => Text(text);

    public override string Code(string code) => Text(code);

    public override string Link(string text, string url) =>
        WebAddress(url) is { } address && text.Length > 0 ? $"<{Text(address)}|{Text(text).Replace('|', '¦')}>" : Text(text);

    public override string Address(string url) => WebAddress(url) is { } address ? $"<{Text(address)}>" : "";

    /// <summary>Returns an address of the web in valid characters, or null.</summary>
    public static string? WebAddress(string url) =>
        PlainText.Address(url) is { Length: <= MaxAddress } address && address.StartsWith("http", StringComparison.OrdinalIgnoreCase)
            ? address.Replace("|", "%7C", StringComparison.Ordinal)
            : null;
}
