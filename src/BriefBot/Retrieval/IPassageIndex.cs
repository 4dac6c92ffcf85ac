namespace BriefBot.Retrieval;

/// <summary>Finds passages.</summary>
public interface IPassageIndex
{
    /// <summary>
    /// Finds the passages that fit <paramref name="query"/> best, best first: those that hold more of its words, rarer ones,
    /// or closer together; in a word's place one of its synonyms, all words side by side. It looks for each word as it is and
    /// corrects none. An empty list means that nothing fits. What is found is as it was kept, blocks, places and hash. With
    /// the passages come the statistics of each word, by the formulas that <see cref="FoundTerm"/> names. One commit of the
    /// index answers the whole call. Never throws for odd text. Safe for concurrent use.
    /// </summary>
    /// <exception cref="IndexUnavailableException">The index can't be read; the message is for the operator.</exception>
    /// <exception cref="OperationCanceledException">It was told to stop.</exception>
    SearchResult Search(PassageQuery query, CancellationToken cancellationToken);
}
