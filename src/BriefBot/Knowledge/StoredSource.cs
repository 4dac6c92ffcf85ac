namespace BriefBot.Knowledge;

/// <summary>From where all that a store keeps was read.</summary>
/// <param name="Folder">The full path of the knowledge folder.</param>
/// <param name="Mount">Where what the folder is on was mounted, or null where that can't be told.</param>
public sealed record StoredSource(string Folder, string? Mount);
