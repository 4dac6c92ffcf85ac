using BriefBot.Retrieval;

namespace BriefBot.Answers.Understanding;

/// <summary>
/// The intent of a question that needs more than a matching unit: the words of one speaker, both of two things, several things. A closed
/// hierarchy.
/// </summary>
/// <remarks><c>EligibilityFilter</c> decides which units may answer.</remarks>
internal abstract record QuestionIntent
{
    /// <summary>The expected type of answer, where the intent alone determines it.</summary>
    public virtual AnswerType? Expected => null;

    /// <summary>The form of a question, or null where it has none of those known.</summary>
    public static QuestionIntent? Detect(string text, ITextAnalyzer analyzer)
    {
        var written = string.Join(' ', QuestionWords.Split(text));
        return (QuestionIntent?)QuotationIntent.Parse(written, analyzer)
            ?? (QuestionIntent?)Comparison.Parse(text, analyzer)
            ?? (QuestionIntent?)ListIntent.Parse(written)
            ?? TopicAsked.Parse(written);
    }

    /// <summary>Returns whether a word, in lower case, only expresses the intent and is in no answer.</summary>
    public virtual bool Frames(string word) => false;
}
