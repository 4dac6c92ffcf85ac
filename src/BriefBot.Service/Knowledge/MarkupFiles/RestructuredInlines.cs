using System.Text.RegularExpressions;

namespace BriefBot.Service.Knowledge.MarkupFiles;

/// <summary>Converts the inline markup of reStructuredText to Markdown: links, references and roles become their text.</summary>
internal static partial class RestructuredInlines
{
    /// <summary>Returns the text as Markdown.</summary>
    public static string Write(string text)
    {
        text = Link()
            .Replace(
                text,
                link =>
                    link.Groups["url"].Value.Contains("://", StringComparison.Ordinal)
                        ? $"[{link.Groups["text"].Value}]({link.Groups["url"].Value})"
                        : link.Groups["text"].Value
            );
        text = Role()
            .Replace(
                text,
                role => role.Groups["text"].Value.Length > 0 ? role.Groups["text"].Value.TrimEnd() : role.Groups["target"].Value
            );
        return Reference().Replace(FootnoteMark().Replace(text, ""), "${text}${after}");
    }

    [GeneratedRegex(@"`(?<text>[^`<>]+) <(?<url>[^`<>]+)>`__?", RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    [GeneratedRegex(@":[a-z][\w:+.-]*:`(?:(?<text>[^`<>]*)<[^`<>]*>|[~!]?(?<target>[^`]*))`", RegexOptions.NonBacktracking)]
    private static partial Regex Role();

    [GeneratedRegex(@" ?\[#?[\w-]*\]_", RegexOptions.NonBacktracking)]
    private static partial Regex FootnoteMark();

    [GeneratedRegex(@"`(?<text>[^`]+)`__?|(?<text>[\w-]*[^\W_])__?(?<after>[\s.,;:!?)]|$)", RegexOptions.NonBacktracking)]
    private static partial Regex Reference();
}
