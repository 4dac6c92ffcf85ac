using System.Collections.Frozen;
using System.Text.RegularExpressions;
using BriefBot.Answers.Language;

namespace BriefBot.Answers.Ranking;

/// <summary>
/// Finds facts that are recognized by their form: sums of money, times of day, e-mail addresses, links and phone numbers.
/// </summary>
internal static partial class ExpectedMarks
{
    private static readonly (FrozenSet<string> Asked, Regex Written)[] Marks =
    [
        (
            Set(
                "much price priced cost costs fee fees fare rate pay paid charge charged cheap cheapest expensive budget deposit money salary"
            ),
            Money()
        ),
        (
            Set("when time times open opens opening close closes closing hours start starts begin begins until till late early o'clock"),
            Time()
        ),
        (
            Set("email e-mail mail phone telephone number tel call ring contact reach address link url website site page report write"),
            Contact()
        ),
    ];

    /// <summary>Sets the feature of a missing fact of the form that is asked for.</summary>
    /// <param name="features">The unit's.</param>
    /// <param name="match">The question.</param>
    /// <param name="sentences">The unit's own sentences.</param>
    public static void AddTo(FeatureVector<RankingFeature> features, QuestionMatch match, IReadOnlyList<Sentence> sentences) =>
        features[RankingFeature.NoMark] = Marks.Any(mark =>
            match.Question.Words.Any(mark.Asked.Contains) && !sentences.Any(sentence => mark.Written.IsMatch(sentence.Text))
        )
            ? 1
            : 0;

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex(@"[$€£¥]|\b(?:euros?|dollars?|pounds?|cents?|pence|EUR|USD|GBP|CHF)\b|[0-9]p\b|\bfree\b", RegexOptions.NonBacktracking)]
    private static partial Regex Money();

    [GeneratedRegex(
        @"\b[0-9]{1,2}(?:[:.][0-9]{2}|\s?[ap]\.?m\b)|\b(?:noon|midnight|o'clock)\b",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    )]
    private static partial Regex Time();

    [GeneratedRegex(
        @"[\w.+-]@[\w-]|\b(?:https?://|www\.)|\+?[0-9][0-9 ()/-]{5,}[0-9]",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    )]
    private static partial Regex Contact();
}
