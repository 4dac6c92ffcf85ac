using System.Text.RegularExpressions;

namespace BriefBot.Answers.Language;

/// <summary>Finds sentences that can't be understood when quoted alone.</summary>
internal static partial class LeaningSentence
{
    /// <summary>Returns whether it begins with a pronoun, or refers back to the text before it.</summary>
    public static bool Leans(string sentence) => Opening().IsMatch(sentence);

    [GeneratedRegex(
        "^[\"“(]?(?:he|she|it|they|him|his|her|hers|its|their|theirs|this|that|these|those|but|yet|however|nevertheless|instead|such|both|the latter|the former|the same)\\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        MatchTimeout.Milliseconds
    )]
    private static partial Regex Opening();
}
