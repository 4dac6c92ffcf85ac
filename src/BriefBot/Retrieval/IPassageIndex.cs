using BriefBot.Knowledge.Articles;

namespace BriefBot.Retrieval;

/// <summary>Finds passages.</summary>
public interface IPassageIndex
{
    /// <summary>
    /// Returns the passages that match <paramref name="query"/>, best first: those with more of its words, rarer ones, or closer together;
    /// a synonym, all words adjacent, counts as the word.
    /// </summary>
    /// <remarks>
    /// Corrects no spelling. Empty when nothing matches. Passages are returned as they were stored, with the statistics of each word by the
    /// formulas of <see cref="FoundTerm"/>. One commit of the index answers the whole call. Never throws for odd text. Safe for concurrent
    /// use.
    /// </remarks>
    /// <exception cref="IndexUnavailableException">The index can't be read; the message is for the operator.</exception>
    /// <exception cref="OperationCanceledException">It was told to stop.</exception>
    SearchResult Search(PassageQuery query, CancellationToken cancellationToken);
}

/// <summary>A query of analyzed words only, so that chat text is never parsed as a query language.</summary>
/// <param name="Terms">The words that carry the question, in its order, each once.</param>
/// <param name="Limit">Maximum number of passages, from 1.</param>
public sealed record PassageQuery(IReadOnlyList<QueryTerm> Terms, int Limit);

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

/// <summary>A passage that was found.</summary>
/// <param name="Passage">The passage as it was kept.</param>
/// <param name="Score">The index's score: greater is better, comparable within one search only.</param>
public sealed record RankedPassage(Passage Passage, double Score);

/// <summary>Thrown when the index can't be read. The answerer turns it into "unavailable"; nothing else catches it.</summary>
public sealed class IndexUnavailableException(string message, Exception inner) : Exception(message, inner);
