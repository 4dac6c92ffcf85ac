using BriefBot.Knowledge;

namespace BriefBot.Tests.Fakes;

/// <summary>Keeps articles in a dictionary, counts what is asked of it, and fails on demand.</summary>
internal sealed class InMemoryPassageStore : IPassageStore
{
    private readonly SortedDictionary<string, Article> _articles = new(StringComparer.Ordinal);

    /// <summary>Every article with its passages, in the order of their paths.</summary>
    public IReadOnlyCollection<Article> Articles => _articles.Values;

    /// <summary>How often <see cref="Apply"/> was called.</summary>
    public int AppliedCount { get; private set; }

    /// <summary>Thrown by <see cref="ListArticles"/> where it is set.</summary>
    public Exception? ListFailure { get; set; }

    /// <summary>Thrown by <see cref="Apply"/> where it is set.</summary>
    public Exception? ApplyFailure { get; set; }

    /// <inheritdoc/>
    public IReadOnlyList<KeptArticle> ListArticles() => ListFailure is null
        ? [.. _articles.Values.Select(article => new KeptArticle(article.Path, article.Title, article.Date, article.Hash, article.Passages.Count, article.WarningText))]
        : throw ListFailure;

    /// <inheritdoc/>
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
