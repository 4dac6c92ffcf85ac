namespace BriefBot.Retrieval;

/// <summary>A word that is looked for.</summary>
/// <param name="Term">Its analysed form.</param>
/// <param name="Word">The spelling in lower case; an exact match counts for more.</param>
/// <param name="Boost">Its weight beside the others, above 0: 1 for the question's own words, less for those of earlier questions.</param>
public sealed record QueryTerm(string Term, string Word, double Boost = 1)
{
    /// <summary>The folder's synonyms of the word; each counts as the word itself.</summary>
    public IReadOnlyList<Synonym> Synonyms { get; init; } = [];

    /// <summary>The spelling as typed, where it was corrected; otherwise null.</summary>
    public string? Typed { get; init; }

    /// <summary>Indicates whether the folder's synonyms hold the word: then it is spelt as it should be.</summary>
    public bool IsKnown { get; init; }
}

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
