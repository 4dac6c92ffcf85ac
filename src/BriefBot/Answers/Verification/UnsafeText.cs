using System.Text.RegularExpressions;
using BriefBot.Answers.Generation;

namespace BriefBot.Answers.Verification;

/// <summary>
/// Finds text that a generated sentence must not contain, whatever its passages say: mentions, addresses, and anything that is not prose.
/// </summary>
internal static partial class UnsafeText
{
    private const string Link = "link";
    private const string Markup = "markup";
    private const string Mention = "mention";

    /// <summary>Returns the reason for dropping the sentence, or null.</summary>
    public static string? FindProblem(DraftSentence sentence) =>
        Marks().IsMatch(sentence.Text) ? Markup
        : Calls().IsMatch(sentence.Text) ? Mention
        : Addresses()
            .Matches(sentence.Text)
            .All(address =>
                sentence.Cited.Any(source =>
                    source.Passage.Url == address.Value || source.Sentences.Any(one => Holds(one.Text, address.Value))
                )
            )
            ? null
        : Link;

    private static bool Holds(string text, string address) => text.Contains(address, StringComparison.Ordinal);

    [GeneratedRegex(@"@(?:everyone|here)\b|<(?:@|#|/|id:)|\[\[", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Calls();

    [GeneratedRegex(
        @"!?\[[^\]\n]*\]\(|</?[a-z!]|```|^\s{0,3}(?:#{1,6}\s|>|\|)|\p{Cc}",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    )]
    private static partial Regex Marks();

    /// <summary>Matches addresses, without the mark that ends the sentence.</summary>
    [GeneratedRegex(
        @"\b(?:[a-z][a-z0-9+.-]{1,20}://|www\.|mailto:|javascript:|data:)[^\s<>""']*[^\s<>""'.,;:!?)\]]",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    )]
    private static partial Regex Addresses();
}
