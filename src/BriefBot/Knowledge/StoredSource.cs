namespace BriefBot.Knowledge;

/// <summary>The folder that a store's articles were read from.</summary>
/// <param name="Folder">The full path of the knowledge folder.</param>
/// <param name="Mount">The mount point of the folder's file system, or null if unknown.</param>
public sealed record StoredSource(string Folder, string? Mount);
