using BriefBot.Knowledge.Articles;

namespace BriefBot.Knowledge;

/// <summary>Caches the store's files by path, so that it need not be queried at each reading.</summary>
internal sealed class StoredFiles(IPassageStore store)
{
    private readonly Dictionary<string, StoredArticle> _articles = store
        .ListArticles()
        .ToDictionary(article => article.Path, StringComparer.Ordinal);
    private readonly Dictionary<string, StoredFailure> _failures = store
        .ListFailures()
        .ToDictionary(failure => failure.Path, StringComparer.Ordinal);

    public IReadOnlyCollection<StoredArticle> Articles => _articles.Values;

    /// <summary>The paths of all that is kept.</summary>
    public IEnumerable<string> Paths => _articles.Keys.Union(_failures.Keys);

    public StoredArticle? ArticleOf(string path) => _articles.GetValueOrDefault(path);

    public StoredFailure? FailureOf(string path) => _failures.GetValueOrDefault(path);

    /// <inheritdoc cref="IPassageStore.Apply"/>
    public void Apply(IReadOnlyCollection<Article> changed, IReadOnlyCollection<string> removed, IReadOnlyCollection<StoredFailure> failed)
    {
        store.Apply(changed, removed, failed);
        foreach (var path in removed)
        {
            _articles.Remove(path);
            _failures.Remove(path);
        }

        foreach (var article in changed)
        {
            _articles[article.Path] = StoredArticle.Create(article);
            _failures.Remove(article.Path);
        }

        foreach (var failure in failed)
        {
            _failures[failure.Path] = failure;
        }
    }
}
