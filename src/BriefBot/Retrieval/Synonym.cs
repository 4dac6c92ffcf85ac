namespace BriefBot.Retrieval;

/// <summary>What may stand in an article in the place of a word.</summary>
/// <param name="Text">As it was written, for instance "Shanghai Cooperation Organisation".</param>
/// <param name="Words">Its analysed words in order; never empty. Words left out leave a gap in their positions.</param>
public sealed record Synonym(string Text, IReadOnlyList<Token> Words)
{
    /// <summary>How much of it each word of the question stands for: a third where three words of the question ask for it together.</summary>
    public double Share { get; init; } = 1;

    /// <summary>Its analysed words with spaces between.</summary>
    public string Key { get; } = string.Join(' ', Words.Select(word => word.Term));
}
