using System.Text.RegularExpressions;

namespace BriefBot.Chat.Writing;

/// <summary>Finds what a chat network would act on: the names that call everybody, and the tags that it puts a person, a channel, a command, a time or a picture for.</summary>
internal static partial class Calls
{
    /// <summary>A tag is looked for in so many characters.</summary>
    private const int LongestTag = 60;

    private static readonly string[] Everybody = ["@everyone", "@here", "@channel"];

    /// <summary>
    /// Whether the character at <paramref name="at"/> begins one. The @ of an address, a path or a command does not. What may go on after the text's end, as that of a part
    /// in bold does, begins one.
    /// </summary>
    public static bool Begins(ReadOnlySpan<char> text, int at) => text[at] switch
    {
        '@' => (at > 0 && text[at - 1] == '<' && Tag().IsMatch(Ahead(text, at - 1))) || (CallsEverybody(text[at..]) && !IsWithinAddress(text, at)),
        '<' => at == text.Length - 1 || Tag().IsMatch(Ahead(text, at)),
        _ => false,
    };

    private static ReadOnlySpan<char> Ahead(ReadOnlySpan<char> text, int at) => text[at..Math.Min(text.Length, at + LongestTag)];

    private static bool CallsEverybody(ReadOnlySpan<char> text)
    {
        foreach (var name in Everybody)
        {
            if (text.StartsWith(name, StringComparison.OrdinalIgnoreCase) || name.AsSpan().StartsWith(text, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>As in <c>ann@here.example</c>.</summary>
    private static bool IsWithinAddress(ReadOnlySpan<char> text, int at) =>
        at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '.' or '_' or '-' or '+') && Domain().IsMatch(Ahead(text, at));

    [GeneratedRegex(@"^@[a-z]+\.[a-z]", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Domain();

    /// <summary>Those of Discord and of Slack.</summary>
    [GeneratedRegex(
        @"^<(?:@[!&]?[0-9]|#[0-9]|/[\w -]+:[0-9]|a?:\w+:[0-9]|t:-?[0-9]|id:[a-z]|@[A-Z]|#[A-Z]|!(?:here|channel|everyone|subteam|date)|(?:https?|mailto|tel):[^<>|]*\|)",
        RegexOptions.NonBacktracking)]
    private static partial Regex Tag();
}
