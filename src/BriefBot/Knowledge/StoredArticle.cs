using BriefBot.Knowledge.Articles;

namespace BriefBot.Knowledge;

/// <summary>An article that a store keeps, as the list of documents shows it.</summary>
/// <param name="Path">The path below the knowledge folder.</param>
/// <param name="Title">Its title.</param>
/// <param name="Date">Its date, where it has one.</param>
/// <param name="Hash">SHA-256 of the file it was read from.</param>
/// <param name="PassageCount">How many passages it was cut into; may be none.</param>
/// <param name="Warnings">What the editor should know of it, or null.</param>
/// <param name="Summary">What the file says that it is about, or null.</param>
/// <param name="Tags">The tags the file says, or null where there are none.</param>
/// <param name="ReadAt">When it was read, or null where nobody said.</param>
public sealed record StoredArticle(
    string Path, string Title, DateOnly? Date, string Hash, int PassageCount, string? Warnings = null, string? Summary = null, IReadOnlyList<string>? Tags = null,
        DateTimeOffset? ReadAt = null)
{
    /// <summary>What is kept of an article that was read.</summary>
    public static StoredArticle Create(Article article) => new(
        article.Path, article.Title, article.Date, article.Hash, article.Passages.Count, article.WarningText, article.Summary, article.Tags is [] ? null
            : article.Tags, article.ReadAt);
}
