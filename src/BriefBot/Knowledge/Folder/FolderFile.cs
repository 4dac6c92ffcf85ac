namespace BriefBot.Knowledge.Folder;

/// <summary>A file of the folder that a reader knows.</summary>
/// <param name="Path">The path below the knowledge folder, with forward slashes.</param>
/// <param name="FullPath">Where it stands, links followed.</param>
/// <param name="Reader">Who reads its format.</param>
internal sealed record FolderFile(string Path, string FullPath, IArticleReader Reader)
{
    /// <summary>How long it was, in bytes, and when it was written, as it was listed; null where that can't be seen.</summary>
    public (long Length, DateTime Written)? Stamp { get; init; }

    /// <summary>Why it may not be read, or null where it may.</summary>
    public Problem? Refused { get; init; }
}
