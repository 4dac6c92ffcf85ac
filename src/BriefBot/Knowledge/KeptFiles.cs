using BriefBot.Knowledge.Articles;

namespace BriefBot.Knowledge;

/// <summary>What a store keeps of the folder's files, by path, so that it need not be asked at each reading.</summary>
internal sealed class KeptFiles(IPassageStore store)
{
    private readonly Dictionary<string, KeptArticle> _articles = store.ListArticles().ToDictionary(article => article.Path, StringComparer.Ordinal);
    private readonly Dictionary<string, KeptFailure> _failures = store.ListFailures().ToDictionary(failure => failure.Path, StringComparer.Ordinal);

    public IReadOnlyCollection<KeptArticle> Articles => _articles.Values;

    /// <summary>The paths of all that is kept.</summary>
    public IEnumerable<string> Paths => _articles.Keys.Union(_failures.Keys);

    public KeptArticle? ArticleOf(string path) => _articles.GetValueOrDefault(path);

    public KeptFailure? FailureOf(string path) => _failures.GetValueOrDefault(path);

    /// <inheritdoc cref="IPassageStore.Apply"/>
    public void Apply(IReadOnlyCollection<Article> changed, IReadOnlyCollection<string> removed, IReadOnlyCollection<KeptFailure> failed)
    {
        store.Apply(changed, removed, failed);
        foreach (var path in removed)
        {
            _articles.Remove(path);
            _failures.Remove(path);
        }

        foreach (var article in changed)
        {
            _articles[article.Path] = KeptArticle.Of(article);
            _failures.Remove(article.Path);
        }

        foreach (var failure in failed)
        {
            _failures[failure.Path] = failure;
        }
    }
}
