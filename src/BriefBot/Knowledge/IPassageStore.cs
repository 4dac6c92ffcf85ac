using BriefBot.Knowledge.Articles;

namespace BriefBot.Knowledge;

/// <summary>Keeps the passages of the folder, durably, so that they can be found. One writer at a time.</summary>
public interface IPassageStore
{
    /// <summary>What is kept now: each article without its passages. Read once at the start, to read only what changed.</summary>
    IReadOnlyList<StoredArticle> ListArticles();

    /// <summary>Which files could not be read: of each path the last version.</summary>
    IReadOnlyList<StoredFailure> ListFailures();

    /// <summary>From where all of it was read, so that a folder that is gone is told from another one; null where nobody said.</summary>
    StoredSource? Source { get; }

    /// <summary>Keeps the <see cref="Source"/>, in a commit of its own.</summary>
    /// <exception cref="IOException">The store can't be written; it holds what it held before.</exception>
    void SetSource(StoredSource? source);

    /// <summary>Completes when what is kept turns out to be damaged, whoever met that; then <see cref="StartAnew"/> mends it.</summary>
    Task Damage { get; }

    /// <summary>Sets aside what is kept: from then on nothing is, and there is no <see cref="Damage"/>.</summary>
    /// <exception cref="IOException">The store can't be written.</exception>
    void StartAnew();

    /// <summary>
    /// Puts the passages of <paramref name="changed"/> in the place of what their paths held and drops the paths in
    /// <paramref name="removed"/>, in one commit: whoever reads sees all of it or nothing. What is known of failures of these
    /// paths is forgotten; <paramref name="failed"/> is kept, and with it what its paths held before.
    /// </summary>
    /// <exception cref="IOException">The store can't be written; it holds what it held before.</exception>
    void Apply(IReadOnlyCollection<Article> changed, IReadOnlyCollection<string> removed, IReadOnlyCollection<StoredFailure> failed);
}
