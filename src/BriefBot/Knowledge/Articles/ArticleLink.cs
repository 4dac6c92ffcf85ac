namespace BriefBot.Knowledge.Articles;

/// <summary>A link in an article, as the file writes it.</summary>
/// <param name="Target">The target.</param>
/// <param name="Line">The 1-based line, or null where the format has none.</param>
public sealed record ArticleLink(string Target, int? Line);
