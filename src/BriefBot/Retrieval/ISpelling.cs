namespace BriefBot.Retrieval;

/// <summary>Reads misspelt words by the words of the folder.</summary>
public interface ISpelling
{
    /// <summary>
    /// Returns a reading of each of <paramref name="words"/>, in order: for a word that the folder lacks, the likeliest correction,
    /// preferring words that share a passage with the others.
    /// </summary>
    /// <remarks>Never throws for odd text. One commit of the index answers the whole call. Safe for concurrent use.</remarks>
    /// <param name="words">The words of a question; those that the folder's synonyms know are spelt as they should be.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="IndexUnavailableException">The index can't be read; the message is for the operator.</exception>
    /// <exception cref="OperationCanceledException">It was told to stop.</exception>
    IReadOnlyList<WordReading> Read(IReadOnlyList<QueryTerm> words, CancellationToken cancellationToken);
}

/// <summary>The reading of a word.</summary>
/// <param name="IsInFolder">Whether a passage contains it, or one of its synonyms, as typed.</param>
/// <param name="Correction">The folder's word, in lower case, meant by a misspelt one; null where the word needs no correction.</param>
public readonly record struct WordReading(bool IsInFolder, string? Correction);
