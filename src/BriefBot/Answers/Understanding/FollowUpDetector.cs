using System.Text.RegularExpressions;
using BriefBot.Answers.Language;

namespace BriefBot.Answers.Understanding;

/// <summary>Indicates whether a question says too little by itself and leans on the one before.</summary>
internal static partial class FollowUpDetector
{
    public static bool LeansOn(string text, Question question)
    {
        var written = string.Join(' ', QuestionWords.Split(text));
        var carrying = question.Terms.Count(term => !FunctionWords.Contains(term.Word));
        return carrying == 0
            || (Continues().IsMatch(written) && carrying <= 4)
            || (((Points().IsMatch(written) && question.Names.Count == 0) || SpeaksOfSomebody(text)) && carrying <= 6);
    }

    /// <summary>
    /// Returns whether a question with nothing before it can only be a follow-up: "and India?", "why?", "where did he work before?".
    /// </summary>
    /// <param name="text">The question.</param>
    /// <param name="question">The question, understood without earlier ones.</param>
    public static bool IsLost(string text, Question question)
    {
        var carrying = question.Terms.Count(term => !FunctionWords.Contains(term.Word));
        return carrying == 0 || (Lost().IsMatch(string.Join(' ', QuestionWords.Split(text))) && question.Names.Count == 0 && carrying <= 3);
    }

    /// <summary>Returns whether it replaces the subject: "and Easley?".</summary>
    public static bool PutsInPlace(string text) => Continues().IsMatch(string.Join(' ', QuestionWords.Split(text)));

    /// <summary>Returns whether a pronoun is the subject: "what did he say about Kim?".</summary>
    public static bool SpeaksOfSomebody(string text) => Somebody().IsMatch(string.Join(' ', QuestionWords.Split(text)));

    /// <summary>
    /// Matches questions that need an earlier one. "Do they stream it?" and "what about my dog?" are often asked first and left out.
    /// </summary>
    [GeneratedRegex(@"^(?:and|but|or) |\b(?:did|does|has|had|is|was|will|would|can|could) (?:he|she)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Lost();

    [GeneratedRegex(
        @"\b(?:did|does|do|has|have|had|is|are|was|were|will|would|can|could) (?:he|she|they)\b",
        RegexOptions.None,
        MatchTimeout.Milliseconds
    )]
    private static partial Regex Somebody();

    [GeneratedRegex(@"^(?:and|but|or|what about|how about|also|then|so|what of)\b", RegexOptions.None, MatchTimeout.Milliseconds)]
    private static partial Regex Continues();

    [GeneratedRegex(
        """
            \b(?:he|she|it|they|him|her|his|hers|its|them|their|theirs)\b
            | \b(?:that|this|those|these|there|then)$
            | \b(?:is|was|did|does|do|were|are)\ (?:that|this|those|these)\b
            """,
        RegexOptions.IgnorePatternWhitespace,
        MatchTimeout.Milliseconds
    )]
    private static partial Regex Points();
}
