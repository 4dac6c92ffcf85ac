using System.Text;

namespace BriefBot.Chat.Writing;

/// <summary>Text of articles as data in the Markdown of a chat: no mark of it is read as one, and nobody is called.</summary>
internal static class ChatMarkdown
{
    private const string Marks = "\\*_~`|>#[]()<:";

    /// <summary>Breaks what would call somebody ("@everyone") without being seen.</summary>
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

    /// <summary>Whether what stands before a dot would make a numbered list of the text.</summary>
    private static bool IsNumber(StringBuilder before) => before.Length is > 0 and < 10 && before.ToString().All(char.IsAsciiDigit);
}
