namespace BriefBot.Knowledge.Folder;

/// <summary>A rule of the folder's synonyms: articles may use one of the second words for one of the first.</summary>
/// <param name="Path">The path of its file, below the knowledge folder.</param>
/// <param name="Line">Its 1-based line there.</param>
/// <param name="Asked">Words or groups of words of a question, as they were written; never empty.</param>
/// <param name="Meant">The words articles may use; the same as <paramref name="Asked"/> where all are equivalent.</param>
public sealed record SynonymRule(string Path, int Line, IReadOnlyList<string> Asked, IReadOnlyList<string> Meant);
