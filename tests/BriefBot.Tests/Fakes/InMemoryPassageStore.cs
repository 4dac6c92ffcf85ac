using BriefBot.Knowledge;

namespace BriefBot.Tests.Fakes;

/// <summary>Keeps articles in a dictionary and counts its commits.</summary>
internal sealed class InMemoryPassageStore : IPassageStore
{
    private readonly SortedDictionary<string, Article> _articles = new(StringComparer.Ordinal);

    public int Commits { get; private set; }

    /// <summary>What the next call of Apply throws, or null.</summary>
    public IOException? Fails { get; set; }

    public IReadOnlyCollection<Article> Articles => _articles.Values;

    public IReadOnlyList<KeptArticle> ListArticles() =>
        [.. _articles.Values.Select(article => new KeptArticle(article.Path, article.Title, article.Date, article.Hash, article.Passages.Count, article.WarningText))];

    public void Apply(IReadOnlyCollection<Article> changed, IReadOnlyCollection<string> removed)
    {
        if (Fails is not null)
        {
            throw Fails;
        }

        Commits++;
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
