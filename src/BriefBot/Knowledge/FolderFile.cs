namespace BriefBot.Knowledge;

/// <summary>A file of the folder that a reader knows.</summary>
/// <param name="Path">The path below the knowledge folder, with forward slashes.</param>
/// <param name="FullPath">Where it stands.</param>
/// <param name="Reader">Who reads its format.</param>
internal sealed record FolderFile(string Path, string FullPath, IArticleReader Reader);
