namespace BriefBot.Retrieval;

/// <summary>Analyzes text; the same analyzer serves the index and the questions.</summary>
public interface ITextAnalyzer
{
    /// <summary>The words of a text in order, without stop words. Never throws for odd text. Safe for concurrent use.</summary>
    IReadOnlyList<Token> Analyze(string text);
}

/// <summary>A word of a text as the index knows it.</summary>
/// <param name="Term">The analysed form: lower case, stemmed.</param>
/// <param name="Start">The 0-based offset of its first character in the text.</param>
/// <param name="End">The offset after its last character.</param>
/// <param name="Position">Its place among the words of the text; words left out leave a gap.</param>
public readonly record struct Token(string Term, int Start, int End, int Position);
