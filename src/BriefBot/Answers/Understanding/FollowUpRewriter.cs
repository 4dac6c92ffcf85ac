using BriefBot.Answers.Language;
using BriefBot.Retrieval;

namespace BriefBot.Answers.Understanding;

/// <summary>A question that says too little alone, together with the one that it leans on.</summary>
internal static class FollowUpRewriter
{
    /// <summary>Weight of terms from an earlier question.</summary>
    private const double LeantBoost = 0.6;

    /// <summary>
    /// Weight of the earlier terms after "and Easley?", which replaces one of them: in small letters it is unknown which.
    /// </summary>
    private const double ReplacedBoost = 0.3;

    /// <param name="text">The question, its spelling settled.</param>
    /// <param name="question">The question, understood alone.</param>
    /// <param name="earlier">The earlier question.</param>
    public static Question Rewrite(string text, Question question, Question earlier)
    {
        // "and India?" puts one name in the place of another.
        var replaced = question.Names.Count > 0 && !FollowUpDetector.SpeaksOfSomebody(text) ? earlier.Names : new HashSet<string>();
        // "Why?" alone brings nothing but its kind.
        var brought = question.Terms.Where(term => !FunctionWords.Contains(term.Word)).ToArray();
        var own = brought.Select(term => term.Term).ToHashSet();
        var share =
            brought.Length == 0 ? 1
            : replaced.Count == 0 && FollowUpDetector.PutsInPlace(text) ? ReplacedBoost
            : LeantBoost;
        var leant = earlier
            .Terms.Where(term => !own.Contains(term.Term) && !replaced.Contains(term.Term))
            .Select(term => term with { Boost = term.Boost * share, Typed = null });
        return question with
        {
            Text = $"{earlier.Text} {question.Text}",
            Own = question.Text,
            Terms = [.. leant.Concat(brought).Take(ContentTerms.Most)],
            Expected = question.Expected == AnswerType.Anything ? earlier.Expected : question.Expected,
            AskedFor = question.AskedFor.Count > 0 ? question.AskedFor : earlier.AskedFor,
            Time = question.Time == default ? earlier.Time : question.Time,
            Property = question.Property ?? earlier.Property,
            Form = FormOf(question.Form, earlier, replaced.Count > 0 && FollowUpDetector.PutsInPlace(text) ? brought : []),
            Names = question.Names.Count > 0 ? question.Names : earlier.Names,
            Words = question.Words.Union(earlier.Words).ToHashSet(),
        };
    }

    /// <summary>
    /// Returns the intent of a follow-up: "What did he say?" asks about the subject of the earlier question; "and Reuel?" replaces its
    /// speaker.
    /// </summary>
    private static QuestionIntent? FormOf(QuestionIntent? form, Question earlier, QueryTerm[] inPlace) =>
        (form, earlier.Form) switch
        {
            (QuotationIntent { Speaker.Count: 0 }, _) => QuotationIntent.By([
                .. earlier.Terms.Where(term => earlier.Names.Count == 0 || earlier.Names.Contains(term.Term)),
            ]),
            (null, QuotationIntent) when inPlace.Length > 0 => QuotationIntent.By(inPlace),
            _ => form,
        };
}
