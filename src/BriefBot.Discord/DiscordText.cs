using System.Text;
using System.Text.RegularExpressions;
using BriefBot.Chat;
using BriefBot.Chat.Writing;

namespace BriefBot.Discord;

/// <summary>Escapes text of articles for Discord's Markdown, so that none of it is markup and nobody is mentioned.</summary>
internal static partial class DiscordText
{
    private const string Marks = "\\*_~`|>#[]()<";

    /// <summary>Breaks a mention ("@everyone") invisibly.</summary>
    private const char ZeroWidthSpace = '\u200B';

    /// <summary>The mentions that Discord acts on.</summary>
    public static Mentions Mentions { get; } = new(["@everyone", "@here"], Tag());

    /// <summary>The text so that a chat shows it as it is.</summary>
    public static string Escape(ReadOnlySpan<char> text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (
                Marks.Contains(character)
                || (character == ':' && MayBeginName(text, i))
                || (character is '-' or '+' && MayBeginLine(escaped))
                || (character == '.' && IsNumber(escaped))
            )
            {
                escaped.Append('\\');
            }

            escaped.Append(MessageText.IsUnseen(character) ? ' ' : character);
            if (character == '@' && Mentions.BeginsAt(text, i))
            {
                escaped.Append(ZeroWidthSpace);
            }
        }

        return escaped.ToString();
    }

    /// <summary>Returns whether a colon may begin the name of an emoji, or makes a link of the word before it.</summary>
    private static bool MayBeginName(ReadOnlySpan<char> text, int at) =>
        at + 1 < text.Length && (char.IsLetterOrDigit(text[at + 1]) || text[at + 1] is '_' or '/' or '+' or '-');

    /// <summary>At the beginning, or after a space, where a long text may be cut.</summary>
    private static bool MayBeginLine(StringBuilder before) => before.Length == 0 || before[^1] == ' ';

    /// <summary>Returns whether the text before a dot would begin a numbered list.</summary>
    private static bool IsNumber(StringBuilder before) => before.Length is > 0 and < 10 && before.ToString().All(char.IsAsciiDigit);

    /// <summary>
    /// A person, role, channel, command, emoji, time or channel guide: https://docs.discord.com/developers/reference#message-formatting.
    /// </summary>
    [GeneratedRegex(@"^<(?:@[!&]?[0-9]|#[0-9]|/[\w -]+:[0-9]|a?:\w+:[0-9]|t:-?[0-9]|id:[a-z])", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();
}
