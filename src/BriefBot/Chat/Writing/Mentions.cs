using System.Text.RegularExpressions;

namespace BriefBot.Chat.Writing;

/// <summary>
/// Finds the text that a chat network acts on: names that notify a whole channel, and tags that the network replaces by a person, a
/// channel, a command, a time, an emoji or a link. Thread-safe.
/// </summary>
public sealed partial class Mentions
{
    /// <summary>The characters of a tag that are looked at.</summary>
    private const int MaxTagLength = 60;

    private readonly string[] _broadcasts;
    private readonly Regex[] _tags;

    /// <param name="broadcasts">The names that notify a whole channel, with their @.</param>
    /// <param name="tags">The tags, each as an expression that matches at the beginning of a text and needs no backtracking.</param>
    public Mentions(IEnumerable<string> broadcasts, params Regex[] tags) => (_broadcasts, _tags) = ([.. broadcasts], tags);

    /// <summary>
    /// The mentions of the networks that programs pass replies on to, for text whose network is unknown, such as a reply over HTTP.
    /// </summary>
    internal static Mentions AnyNetwork { get; } = new(["@everyone", "@here", "@channel"], NumberedTag(), LetteredTag());

    /// <summary>
    /// Returns whether a mention begins at <paramref name="at"/>. The @ of an e-mail address, a path or a command begins none.
    /// </summary>
    /// <remarks>A name cut off by the end of the text begins one, because the next text may complete it.</remarks>
    public bool BeginsAt(ReadOnlySpan<char> text, int at) =>
        text[at] switch
        {
            '@' => (at > 0 && text[at - 1] == '<' && IsTag(text, at - 1)) || (IsBroadcast(text[at..]) && !IsWithinAddress(text, at)),
            '<' => at == text.Length - 1 || IsTag(text, at),
            _ => false,
        };

    private static ReadOnlySpan<char> Ahead(ReadOnlySpan<char> text, int at) => text[at..Math.Min(text.Length, at + MaxTagLength)];

    private bool IsTag(ReadOnlySpan<char> text, int at)
    {
        foreach (var tag in _tags)
        {
            if (tag.IsMatch(Ahead(text, at)))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsBroadcast(ReadOnlySpan<char> text)
    {
        foreach (var name in _broadcasts)
        {
            if (
                text.StartsWith(name, StringComparison.OrdinalIgnoreCase)
                || name.AsSpan().StartsWith(text, StringComparison.OrdinalIgnoreCase)
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Returns whether the @ is part of an address such as <c>ann@here.example</c>.</summary>
    private static bool IsWithinAddress(ReadOnlySpan<char> text, int at) =>
        at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '.' or '_' or '-' or '+') && Domain().IsMatch(Ahead(text, at));

    [GeneratedRegex(@"^@[a-z]+\.[a-z]", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Domain();

    /// <summary>A person, role, channel, command, emoji, time or guide, by networks whose ids are numbers.</summary>
    [GeneratedRegex(@"^<(?:@[!&]?[0-9]|#[0-9]|/[\w -]+:[0-9]|a?:\w+:[0-9]|t:-?[0-9]|id:[a-z])", RegexOptions.NonBacktracking)]
    private static partial Regex NumberedTag();

    /// <summary>A person, channel, group, date or labelled link, by networks whose ids begin with a letter.</summary>
    [GeneratedRegex(
        @"^<(?:@[A-Z]|#[A-Z]|!(?:here|channel|everyone|subteam|date)|(?:https?|mailto|tel):[^<>|]*\|)",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex LetteredTag();
}
