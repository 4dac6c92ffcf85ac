namespace BriefBot.Retrieval;

/// <summary>The passages found, with the statistics for ranking them, all from one commit.</summary>
public sealed record SearchResult
{
    /// <summary>The passages, best first.</summary>
    public required IReadOnlyList<RankedPassage> Passages { get; init; }

    /// <summary>The terms of the query with their statistics, in order.</summary>
    public required IReadOnlyList<FoundTerm> Terms { get; init; }

    /// <summary>Number of passages in the index.</summary>
    public required int PassageCount { get; init; }
}
