using System.Text;
using BriefBot.Chat;
using BriefBot.Chat.Writing;

namespace BriefBot.Discord;

/// <summary>Discord's Markdown.</summary>
internal sealed class DiscordMarkup : ChatMarkup
{
    /// <summary>Breaks a mark without being seen.</summary>
    private const char ZeroWidthSpace = '\u200B';

    /// <summary>A longer address is left out.</summary>
    private const int MaxAddress = 500;

    public override string Small => "-# ";

    public override string Quote => "> ";

    public override string Text(ReadOnlySpan<char> text) => DiscordText.Escape(text);

    public override string Strong(ReadOnlySpan<char> text) => $"**{DiscordText.Escape(text)}**";

    /// <summary>
    /// Escapes code. In a fence only its end is markup. Mentions are broken too, because copied code may be pasted into a message.
    /// </summary>
    public override string Code(string code)
    {
        var written = new StringBuilder(code.Length + 8);
        for (var i = 0; i < code.Length; i++)
        {
            var character = code[i];
            if (character == '`' && i > 0 && code[i - 1] == '`')
            {
                written.Append(ZeroWidthSpace);
            }

            written.Append(character is not ('\n' or '\t') && MessageText.IsUnseen(character) ? ' ' : character);
            if (DiscordText.Mentions.BeginsAt(code, i))
            {
                written.Append(ZeroWidthSpace);
            }
        }

        return $"```\n{written}\n```";
    }

    public override string Link(string text, string url) =>
        PlainText.Address(url) is { Length: <= MaxAddress } address
        && address.StartsWith("http", StringComparison.OrdinalIgnoreCase)
        && text.Length > 0
            ? $"[{Text(text)}](<{address}>)"
            : Text(text);

    public override string Address(string url) => PlainText.Address(url) is { Length: <= MaxAddress } address ? $"<{address}>" : "";
}
