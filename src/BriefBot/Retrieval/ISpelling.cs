namespace BriefBot.Retrieval;

/// <summary>Reads misspelt words by the words of the folder.</summary>
public interface ISpelling
{
    /// <summary>
    /// How each of <paramref name="words"/> is read, in their order: of what the folder might mean by a word it does not hold, what
    /// stands in a passage with the other words comes first. Never throws for odd text. One commit of the index answers the whole
    /// call. Safe for concurrent use.
    /// </summary>
    /// <param name="words">The words of a question; those that the folder's synonyms know are spelt as they should be.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="IndexUnavailableException">The index can't be read; the message is for the operator.</exception>
    /// <exception cref="OperationCanceledException">It was told to stop.</exception>
    IReadOnlyList<WordReading> Read(IReadOnlyList<QueryTerm> words, CancellationToken cancellationToken);
}
