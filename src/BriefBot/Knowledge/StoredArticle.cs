using BriefBot.Knowledge.Articles;

namespace BriefBot.Knowledge;

/// <summary>An article that a store keeps, as the list of documents shows it.</summary>
/// <param name="Path">The path below the knowledge folder.</param>
/// <param name="Title">Its title.</param>
/// <param name="Date">Its date, where it has one.</param>
/// <param name="Hash">SHA-256 of the file it was read from.</param>
/// <param name="PassageCount">Number of its passages; may be 0.</param>
/// <param name="Warnings">Warnings for the editor, or null.</param>
/// <param name="Summary">The summary in its metadata, or null.</param>
/// <param name="Tags">The tags the file says, or null where there are none.</param>
/// <param name="ReadAt">The time of reading, or null if unknown.</param>
public sealed record StoredArticle(
    string Path,
    string Title,
    DateOnly? Date,
    string Hash,
    int PassageCount,
    string? Warnings = null,
    string? Summary = null,
    IReadOnlyList<string>? Tags = null,
    DateTimeOffset? ReadAt = null
)
{
    /// <summary>Creates the stored form of an article.</summary>
    public static StoredArticle Create(Article article) =>
        new(
            article.Path,
            article.Title,
            article.Date,
            article.Hash,
            article.Passages.Count,
            article.WarningText,
            article.Summary,
            article.Tags is [] ? null : article.Tags,
            article.ReadAt
        );
}
