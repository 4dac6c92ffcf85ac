namespace BriefBot.Retrieval;

/// <summary>What the index found, with the statistics that a judgement of it needs, all from one commit.</summary>
public sealed record SearchResult
{
    /// <summary>The passages, best first.</summary>
    public required IReadOnlyList<RankedPassage> Passages { get; init; }

    /// <summary>What became of each term of the query, in its order.</summary>
    public required IReadOnlyList<FoundTerm> Terms { get; init; }

    /// <summary>How many passages the index holds.</summary>
    public required int PassageCount { get; init; }
}
