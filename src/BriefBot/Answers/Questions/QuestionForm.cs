using BriefBot.Answers.Ranking;
using BriefBot.Retrieval;

namespace BriefBot.Answers.Questions;

/// <summary>
/// What a question wants beyond the sentence that fits it best: the words of one speaker, both of two things, several
/// things, a decision. A form changes which sentences may answer; what they are worth stays with the ranking.
/// </summary>
internal abstract record QuestionForm
{
    /// <summary>What kind of thing it asks for, where the form alone says so.</summary>
    public virtual ExpectedAnswer? Expected => null;

    /// <summary>The form of a question, or null where it has none of those known.</summary>
    public static QuestionForm? Of(string text, ITextAnalyzer analyzer)
    {
        var written = string.Join(' ', QuestionWords.In(text));
        return (QuestionForm?)Saying.In(written, analyzer) ?? (QuestionForm?)Comparison.In(text, analyzer) ?? (QuestionForm?)Listing.In(written) ?? YesOrNo.In(written);
    }

    /// <summary>Whether a word, in lower case, only makes the form, and stands in no answer.</summary>
    public virtual bool Frames(string word) => false;

    /// <summary>The sentences that can answer a question of this form, best first.</summary>
    public virtual IReadOnlyList<ScoredSentence> Rank(QuestionMatch match, IReadOnlyList<ScoredSentence> ranked) => ranked;

    /// <summary>Why there is no answer, when sentences were found and none can answer; null where there is no more to say.</summary>
    public virtual string? Explain() => null;
}
