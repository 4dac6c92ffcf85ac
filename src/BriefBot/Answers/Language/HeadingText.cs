using BriefBot.Retrieval;

namespace BriefBot.Answers.Language;

/// <summary>A title or heading, analysed.</summary>
/// <param name="Text">The text, verbatim.</param>
/// <param name="Words">Its words without stop words, in order.</param>
/// <param name="Details">The words in it that say which one of several is meant.</param>
internal sealed record HeadingText(string Text, IReadOnlyList<Word> Words, IReadOnlyList<Detail> Details)
{
    /// <param name="text">The title or heading.</param>
    /// <param name="analyzer">Makes the words.</param>
    /// <param name="searched">The heading with the words by which it is found too; null where these are its own.</param>
    public static HeadingText Parse(string text, ITextAnalyzer analyzer, string? searched = null)
    {
        var words = Word.Analyze(text, analyzer);
        return new HeadingText(
            text,
            searched is null || searched == text ? words : Word.Analyze(searched, analyzer),
            [.. Detail.Find(text, words)]
        );
    }
}
