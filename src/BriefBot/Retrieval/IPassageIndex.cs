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
