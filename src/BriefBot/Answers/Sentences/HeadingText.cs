using BriefBot.Retrieval;

namespace BriefBot.Answers.Sentences;

/// <summary>A title or heading, analysed.</summary>
/// <param name="Text">The words as they stand in the article.</param>
/// <param name="Words">Its words without stop words, in order.</param>
/// <param name="Details">The words in it that say which one of several is meant.</param>
internal sealed record HeadingText(string Text, IReadOnlyList<Word> Words, IReadOnlyList<Detail> Details)
{
    public static HeadingText Of(string text, ITextAnalyzer analyzer)
    {
        var words = Word.Analyze(text, analyzer);
        return new HeadingText(text, words, [.. Detail.Find(text, words)]);
    }
}
