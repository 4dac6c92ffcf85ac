using System.Text;
using System.Text.RegularExpressions;
using BriefBot.Answers.Language;

namespace BriefBot.Answers.Entailment;

/// <summary>
/// Finds the sentences of a passage that contain words copied by a model, ignoring white space, quotation marks, dashes and case.
/// </summary>
internal static class QuotedEvidence
{
    /// <summary>The fewest letters and digits that point to a place.</summary>
    private const int LeastLength = 3;

    /// <summary>Returns the consecutive sentences that contain the words; empty where the passage does not.</summary>
    public static IReadOnlyList<Sentence> Find(string words, PassageSentences passage)
    {
        var sought = Fold(words);
        if (sought.Count(char.IsLetterOrDigit) < LeastLength)
        {
            return [];
        }

        var text = new StringBuilder();
        var ends = new List<int>();
        foreach (var sentence in passage.Sentences)
        {
            text.Append(text.Length > 0 ? " " : "").Append(Fold(sentence.Text));
            ends.Add(text.Length);
        }

        var start = text.ToString().IndexOf(sought, StringComparison.Ordinal);
        return start < 0
            ? []
            : [.. passage.Sentences.Where((_, i) => ends[i] > start && (i == 0 ? 0 : ends[i - 1] + 1) < start + sought.Length)];
    }

    private static string Fold(string text) =>
        string.Join(' ', string.Concat(text.Select(Fold)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();

    private static string Fold(char character) =>
        character switch
        {
            '“' or '”' or '„' or '«' or '»' => "\"",
            '*' or '`' => "",
            '‘' or '’' or '´' => "'",
            '‐' or '‑' or '–' or '—' or '−' => "-",
            '…' => "...",
            '|' => " ",
            _ => $"{character}",
        };
}

/// <summary>Finds the quotations in a text.</summary>
internal static partial class QuotedWords
{
    public static IEnumerable<string> Find(string text) =>
        Quotation().Matches(text).Select(match => match.Groups["words"].Value.Trim(' ', ',', '.', ';'));

    public static string Fold(string text) =>
        string.Join(' ', text.Replace('’', '\'').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex("[“\"„](?<words>[^“”\"„]{1,1000})[”\"“]", RegexOptions.CultureInvariant, MatchTimeout.Milliseconds)]
    private static partial Regex Quotation();
}
