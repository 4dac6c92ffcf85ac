namespace BriefBot.Retrieval;

/// <summary>The reading of a word.</summary>
/// <param name="IsInFolder">Whether a passage contains it, or one of its synonyms, as typed.</param>
/// <param name="Correction">The folder's word, in lower case, meant by a misspelt one; null where the word needs no correction.</param>
public readonly record struct WordReading(bool IsInFolder, string? Correction);
