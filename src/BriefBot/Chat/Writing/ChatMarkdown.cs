using System.Text;

namespace BriefBot.Chat.Writing;

/// <summary>Escapes text of articles for the Markdown of a chat, so that none of it is markup and nobody is mentioned.</summary>
internal static class ChatMarkdown
{
    private const string Marks = "\\*_~`|>#[]()<:";

    /// <summary>Breaks a mention ("@everyone") invisibly.</summary>
    private const char ZeroWidthSpace = '\u200B';

    /// <summary>The text so that a chat shows it as it is.</summary>
    public static string Escape(ReadOnlySpan<char> text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (Marks.Contains(character) || (character is '-' or '+' && MayBeginLine(escaped)) || (character == '.' && IsNumber(escaped)))
            {
                escaped.Append('\\');
            }

            escaped.Append(MessageText.IsUnseen(character) ? ' ' : character);
            if (character == '@' && Mentions.Discord.BeginsAt(text, i))
            {
                escaped.Append(ZeroWidthSpace);
            }
        }

        return escaped.ToString();
    }

    /// <summary>At the beginning, or after a space, where a long text may be cut.</summary>
    private static bool MayBeginLine(StringBuilder before) => before.Length == 0 || before[^1] == ' ';

    /// <summary>Returns whether the text before a dot would begin a numbered list.</summary>
    private static bool IsNumber(StringBuilder before) => before.Length is > 0 and < 10 && before.ToString().All(char.IsAsciiDigit);
}
