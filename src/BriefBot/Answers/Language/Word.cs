using BriefBot.Retrieval;

namespace BriefBot.Answers.Language;

/// <summary>A word of a sentence.</summary>
/// <param name="Term">Its analysed form.</param>
/// <param name="Spelt">Its spelling in the text, in lower case.</param>
/// <param name="Start">The 0-based offset of its first character in the sentence.</param>
internal readonly record struct Word(string Term, string Spelt, int Start)
{
    /// <summary>Returns the words of a text without stop words, in order.</summary>
    public static Word[] Analyze(string text, ITextAnalyzer analyzer) =>
        [.. analyzer.Analyze(text).Select(token => new Word(token.Term, text[token.Start..token.End].ToLowerInvariant(), token.Start))];
}
