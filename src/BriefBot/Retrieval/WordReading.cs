namespace BriefBot.Retrieval;

/// <summary>How a word is read.</summary>
/// <param name="IsInFolder">Whether a passage holds it, or one of its synonyms, as it was typed.</param>
/// <param name="Correction">The folder's word, in lower case, that is meant by a misspelt one; null where the word stands as it is.</param>
public readonly record struct WordReading(bool IsInFolder, string? Correction);
