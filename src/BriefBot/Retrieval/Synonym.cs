namespace BriefBot.Retrieval;

/// <summary>A phrase that articles may use in place of a word.</summary>
/// <param name="Text">As it was written, for instance "Shanghai Cooperation Organisation".</param>
/// <param name="Words">Its analysed words in order; never empty. Words left out leave a gap in their positions.</param>
public sealed record Synonym(string Text, IReadOnlyList<Token> Words)
{
    /// <summary>
    /// The part of it that one word of the question stands for: a third where three words of the question form it together.
    /// </summary>
    public double Share { get; init; } = 1;

    /// <summary>Its analysed words with spaces between.</summary>
    public string Key { get; } = string.Join(' ', Words.Select(word => word.Term));
}
