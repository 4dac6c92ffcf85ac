using System.Collections.Immutable;
using BriefBot.Knowledge;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Tests.Fakes;

/// <summary>Keeps articles in a dictionary, a new one with each commit, and counts its commits.</summary>
internal sealed class InMemoryPassageStore : IPassageStore
{
    private volatile ImmutableSortedDictionary<string, Article> _articles = ImmutableSortedDictionary.Create<string, Article>(
        StringComparer.Ordinal
    );

    private volatile ImmutableSortedDictionary<string, StoredFailure> _failures = ImmutableSortedDictionary.Create<string, StoredFailure>(
        StringComparer.Ordinal
    );

    private TaskCompletionSource _damage = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public StoredSource? Source { get; private set; }

    public void SetSource(StoredSource? source) => Source = source;

    public Task Damage => _damage.Task;

    /// <summary>What is kept can't be read from now on.</summary>
    public void Break() => _damage.TrySetResult();

    /// <summary>Called when it is begun anew.</summary>
    public Action Broken { get; set; } = () => { };

    /// <summary>Called when something has been applied.</summary>
    public Action Applied { get; set; } = () => { };

    public void StartAnew()
    {
        Broken();
        (_articles, _failures, Source) = (_articles.Clear(), _failures.Clear(), null);
        _damage = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>How often something was applied.</summary>
    public int AppliedCount { get; private set; }

    /// <summary>What listing throws, or null.</summary>
    public Exception? ListFailure { get; set; }

    /// <summary>What applying throws, or null.</summary>
    public Exception? ApplyFailure { get; set; }

    public IReadOnlyCollection<Article> Articles => [.. _articles.Values];

    public IReadOnlyList<StoredArticle> ListArticles() =>
        ListFailure is not null ? throw ListFailure : [.. _articles.Values.Select(StoredArticle.Create)];

    public IReadOnlyList<StoredFailure> ListFailures() => [.. _failures.Values];

    public void Apply(IReadOnlyCollection<Article> changed, IReadOnlyCollection<string> removed, IReadOnlyCollection<StoredFailure> failed)
    {
        AppliedCount++;
        if (ApplyFailure is not null)
        {
            throw ApplyFailure;
        }

        _failures = _failures
            .RemoveRange(removed.Concat(changed.Select(article => article.Path)))
            .SetItems(failed.Select(failure => KeyValuePair.Create(failure.Path, failure)));
        _articles = _articles.RemoveRange(removed).SetItems(changed.Select(article => KeyValuePair.Create(article.Path, article)));
        Applied();
    }
}
