using BriefBot.Retrieval;

namespace BriefBot.Answers.Understanding;

/// <summary>
/// What a question wants beyond the sentence that fits it best: the words of one speaker, both of two things, several
/// things. A closed set. Which sentences may answer is for <c>Choosing</c> to say.
/// </summary>
internal abstract record QuestionIntent
{
    /// <summary>What kind of thing it asks for, where the form alone says so.</summary>
    public virtual AnswerType? Expected => null;

    /// <summary>The form of a question, or null where it has none of those known.</summary>
    public static QuestionIntent? Detect(string text, ITextAnalyzer analyzer)
    {
        var written = string.Join(' ', QuestionWords.Split(text));
        return (QuestionIntent?)QuotationIntent.Parse(written, analyzer) ?? (QuestionIntent?)Comparison.Parse(text, analyzer)
            ?? (QuestionIntent?)ListIntent.Parse(written) ?? TopicAsked.Parse(written);
    }

    /// <summary>Whether a word, in lower case, only makes the form, and stands in no answer.</summary>
    public virtual bool Frames(string word) => false;
}
