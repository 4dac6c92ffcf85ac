namespace BriefBot.Knowledge;

/// <summary>What the folder holds.</summary>
/// <param name="Files">The files that a reader knows, in the ordinal order of their paths.</param>
/// <param name="Unreadable">The folders within that can't be listed; their paths end in a slash.</param>
/// <param name="Problems">What else is wrong with the folder itself.</param>
internal sealed record FolderListing(IReadOnlyList<FolderFile> Files, IReadOnlyList<Problem> Unreadable, IReadOnlyList<Problem> Problems);
