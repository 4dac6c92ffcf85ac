using System.Text.RegularExpressions;

namespace BriefBot.Answers.Entailment;

/// <summary>Finds the quotations in a text.</summary>
internal static partial class QuotedWords
{
    public static IEnumerable<string> Find(string text) => Quotation().Matches(text).Select(match => match.Groups["words"].Value.Trim(' ', ',', '.', ';'));

    public static string Fold(string text) => string.Join(' ', text.Replace('’', '\'').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex("[“\"„](?<words>[^“”\"„]{1,1000})[”\"“]", RegexOptions.CultureInvariant, MatchTimeout.Milliseconds)]
    private static partial Regex Quotation();
}
