namespace BriefBot.Retrieval;

/// <summary>Finds passages.</summary>
public interface IPassageIndex
{
    /// <summary>
    /// Finds the passages that fit <paramref name="query"/> best, best first. Never throws for odd text: an empty list
    /// means nothing fits. One commit of the index answers the whole call. Safe for concurrent use.
    /// </summary>
    /// <exception cref="IndexUnavailableException">The index can't be read; the message is for the operator.</exception>
    /// <exception cref="OperationCanceledException">It was told to stop.</exception>
    SearchResult Search(PassageQuery query, CancellationToken cancellationToken);
}
