namespace BriefBot.Retrieval;

/// <summary>Analyzes text; the same analyzer serves the index and the questions.</summary>
public interface ITextAnalyzer
{
    /// <summary>The words of a text in order, without stop words. Never throws for odd text. Safe for concurrent use.</summary>
    IReadOnlyList<Token> Analyze(string text);
}
