using System.Text;
using BriefBot.Chat;
using BriefBot.Chat.Writing;

namespace BriefBot.Service.Chat;

/// <summary>
/// CommonMark with tables in words, for <c>Accept: text/markdown</c>. No text of an article is markup, or mentions anybody in a chat.
/// </summary>
internal sealed class MarkdownMarkup : ChatMarkup
{
    private const string Marks = "\\`*_{}[]()<>#|~";

    public override string Small => "";

    public override string Quote => "> ";

    public override string Text(ReadOnlySpan<char> text)
    {
        var plain = PlainText.Escape(text.ToString());
        var escaped = new StringBuilder(plain.Length + 8);
        foreach (var (i, character) in plain.Index())
        {
            // A mark of a list or a heading at the beginning would be one.
            if (Marks.Contains(character) || (i == 0 && character is '-' or '+') || (character == '.' && IsNumber(escaped)))
            {
                escaped.Append('\\');
            }

            escaped.Append(character);
        }

        return escaped.ToString();
    }

    public override string Strong(ReadOnlySpan<char> text) => $"**{Text(text)}**";

    /// <summary>Returns a block whose fence is longer than any in the code.</summary>
    public override string Code(string code)
    {
        var fence = "```";
        while (code.Contains(fence, StringComparison.Ordinal))
        {
            fence += '`';
        }

        return $"\n{fence}\n{PlainText.Escape(code)}\n{fence}\n";
    }

    public override string Link(string text, string url) =>
        PlainText.Address(url) is { } address && address.StartsWith("http", StringComparison.OrdinalIgnoreCase) && text.Length > 0
            ? $"[{Text(text)}](<{address}>)"
            : Text(text);

    public override string Address(string url) => PlainText.Address(url) is { } address ? $"<{address}>" : "";

    private static bool IsNumber(StringBuilder before) => before.Length is > 0 and < 10 && before.ToString().All(char.IsAsciiDigit);
}
