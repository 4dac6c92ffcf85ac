using BriefBot.Knowledge;

namespace BriefBot.Tests.Fakes;

/// <summary>Keeps articles in a dictionary and counts its commits.</summary>
internal sealed class InMemoryPassageStore : IPassageStore
{
    private readonly SortedDictionary<string, Article> _articles = new(StringComparer.Ordinal);

    /// <summary>How often something was applied.</summary>
    public int AppliedCount { get; private set; }

    /// <summary>What listing throws, or null.</summary>
    public Exception? ListFailure { get; set; }

    /// <summary>What applying throws, or null.</summary>
    public Exception? ApplyFailure { get; set; }

    public IReadOnlyCollection<Article> Articles => _articles.Values;

    public IReadOnlyList<KeptArticle> ListArticles() => ListFailure is not null
        ? throw ListFailure
        : [.. _articles.Values.Select(article => new KeptArticle(article.Path, article.Title, article.Date, article.Hash, article.Passages.Count, article.WarningText, article.Summary, article.Tags is [] ? null : article.Tags))];

    public void Apply(IReadOnlyCollection<Article> changed, IReadOnlyCollection<string> removed)
    {
        AppliedCount++;
        if (ApplyFailure is not null)
        {
            throw ApplyFailure;
        }

        foreach (var path in removed)
        {
            _articles.Remove(path);
        }

        foreach (var article in changed)
        {
            _articles[article.Path] = article;
        }
    }
}
