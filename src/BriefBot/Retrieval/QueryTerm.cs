namespace BriefBot.Retrieval;

/// <summary>A word that is looked for.</summary>
/// <param name="Term">Its analysed form.</param>
/// <param name="Word">How it is spelt, in lower case; an exact match of it counts for more.</param>
/// <param name="Boost">How much it counts beside the others, above 0; 1 for what was asked, less for what is leaned on.</param>
public sealed record QueryTerm(string Term, string Word, double Boost = 1)
{
    /// <summary>What may stand in its place by the folder's synonyms; each counts as the word itself.</summary>
    public IReadOnlyList<Synonym> Synonyms { get; init; } = [];

    /// <summary>How it was typed where that was read as another word; else null.</summary>
    public string? Typed { get; init; }

    /// <summary>Whether the folder's synonyms hold the word: then it is spelt as it should be.</summary>
    public bool IsKnown { get; init; }
}
