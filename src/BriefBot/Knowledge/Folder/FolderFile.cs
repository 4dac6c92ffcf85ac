namespace BriefBot.Knowledge.Folder;

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
