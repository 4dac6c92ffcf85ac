using System.Text.RegularExpressions;

namespace BriefBot.Slack;

/// <summary>Reads the text of Slack's messages. Thread-safe.</summary>
/// <remarks>https://docs.slack.dev/messaging/formatting-message-text.</remarks>
internal static partial class SlackText
{
    /// <summary>
    /// Returns the text as it was typed: links as their label, channels as their name, people and groups left out, escapes resolved.
    /// </summary>
    public static string Parse(string text) =>
        Tag()
            .Replace(text, Shown)
            .Replace("&lt;", "<", StringComparison.Ordinal)
            .Replace("&gt;", ">", StringComparison.Ordinal)
            .Replace("&amp;", "&", StringComparison.Ordinal);

    /// <summary>Returns whether the text names a person.</summary>
    public static bool Mentions(string text, string user) =>
        text.Contains($"<@{user}>", StringComparison.Ordinal) || text.Contains($"<@{user}|", StringComparison.Ordinal);

    /// <summary>Returns whether the text calls everybody in a channel.</summary>
    public static bool PingsEveryone(string text) => Broadcast().IsMatch(text);

    /// <summary>Returns whether the text calls a group of people.</summary>
    public static bool PingsGroup(string text) => text.Contains("<!subteam^", StringComparison.Ordinal);

    private static string Shown(Match tag)
    {
        var (target, label) = (tag.Groups["target"].Value, tag.Groups["label"].Value);
        return target[0] switch
        {
            '@' or '!' => " ",
            '#' => label.Length > 0 ? $"#{label}" : " ",
            _ => label.Length > 0 ? label : target,
        };
    }

    [GeneratedRegex(@"<(?<target>[^<>|]{1,2000})(?:\|(?<label>[^<>]{0,2000}))?>", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex("<!(?:here|channel|everyone)[|>]", RegexOptions.NonBacktracking)]
    private static partial Regex Broadcast();
}
