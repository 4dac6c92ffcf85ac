namespace BriefBot.Retrieval;

/// <summary>The one analyzer of both sides: what is indexed and what is asked.</summary>
public interface ITextAnalyzer
{
    /// <summary>The words of a text in order, without stop words. Never throws for odd text. Safe for concurrent use.</summary>
    IReadOnlyList<Token> Analyze(string text);
}
