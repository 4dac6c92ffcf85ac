namespace BriefBot.Knowledge.Folder;

/// <summary>A rule of the folder's synonyms: who asks for one of these words may mean what articles call one of those.</summary>
/// <param name="Path">The file it stands in, below the knowledge folder.</param>
/// <param name="Line">Its 1-based line there.</param>
/// <param name="Asked">Words or groups of words of a question, as they were written; never empty.</param>
/// <param name="Meant">What may stand in their place; the same as <paramref name="Asked"/> where all mean the same.</param>
public sealed record SynonymRule(string Path, int Line, IReadOnlyList<string> Asked, IReadOnlyList<string> Meant);
