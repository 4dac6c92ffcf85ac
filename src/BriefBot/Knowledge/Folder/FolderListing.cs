namespace BriefBot.Knowledge.Folder;

/// <summary>The content of the folder.</summary>
/// <param name="Files">The articles: the files that a reader knows, in the ordinal order of their paths.</param>
/// <param name="Synonyms">The file of synonyms, or null where there is none.</param>
/// <param name="NotRead">The paths of the files whose format no reader knows.</param>
/// <param name="Unreadable">The folders within that can't be listed; their paths end in a slash.</param>
/// <param name="Problems">Other problems of the folder itself.</param>
internal sealed record FolderListing(
    IReadOnlyList<FolderFile> Files,
    FolderFile? Synonyms,
    IReadOnlyList<string> NotRead,
    IReadOnlyList<Problem> Unreadable,
    IReadOnlyList<Problem> Problems
);

/// <summary>A file of the folder that a reader knows.</summary>
/// <param name="Path">The path below the knowledge folder, with forward slashes.</param>
/// <param name="FullPath">Its full path, links resolved.</param>
/// <param name="Reader">The reader of its format.</param>
internal sealed record FolderFile(string Path, string FullPath, IArticleReader Reader)
{
    /// <summary>Its length in bytes and time of writing when it was listed; null where they can't be read.</summary>
    public (long Length, DateTime Written)? Stamp { get; init; }

    /// <summary>Why it may not be read, or null where it may.</summary>
    public Problem? Refused { get; init; }
}
