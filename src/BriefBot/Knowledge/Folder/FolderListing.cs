namespace BriefBot.Knowledge.Folder;

/// <summary>The content of the folder.</summary>
/// <param name="Files">The articles: the files that a reader knows, in the ordinal order of their paths.</param>
/// <param name="Synonyms">The file of synonyms, or null where there is none.</param>
/// <param name="NotRead">The paths of the files whose format no reader knows.</param>
/// <param name="Unreadable">The folders within that can't be listed; their paths end in a slash.</param>
/// <param name="Problems">Other problems of the folder itself.</param>
internal sealed record FolderListing(
    IReadOnlyList<FolderFile> Files, FolderFile? Synonyms, IReadOnlyList<string> NotRead, IReadOnlyList<Problem> Unreadable, IReadOnlyList<Problem> Problems);
