using BriefBot.Knowledge.Articles;

namespace BriefBot.Knowledge;

/// <summary>Keeps the passages of the folder, durably, so that they can be found. One writer at a time.</summary>
public interface IPassageStore
{
    /// <summary>Returns each stored article without its passages. Called once at the start, so that only changed files are read.</summary>
    IReadOnlyList<StoredArticle> ListArticles();

    /// <summary>Returns the files that could not be read, the last version of each path.</summary>
    IReadOnlyList<StoredFailure> ListFailures();

    /// <summary>The folder the articles were read from, which tells a missing folder from another one; null if unknown.</summary>
    StoredSource? Source { get; }

    /// <summary>Keeps the <see cref="Source"/>, in a commit of its own.</summary>
    /// <exception cref="IOException">The store can't be written; its content is unchanged.</exception>
    void SetSource(StoredSource? source);

    /// <summary>Completes when the store turns out to be damaged, whoever notices; <see cref="StartAnew"/> repairs it.</summary>
    Task Damage { get; }

    /// <summary>Sets the damaged content aside and starts empty, without <see cref="Damage"/>.</summary>
    /// <exception cref="IOException">The store can't be written.</exception>
    void StartAnew();

    /// <summary>
    /// Replaces the passages of <paramref name="changed"/> and removes the paths in <paramref name="removed"/> in one commit: readers see
    /// all of it or nothing.
    /// </summary>
    /// <remarks>
    /// Forgets recorded failures of these paths; records <paramref name="failed"/> and keeps the last content of their paths.
    /// </remarks>
    /// <exception cref="IOException">The store can't be written; its content is unchanged.</exception>
    void Apply(IReadOnlyCollection<Article> changed, IReadOnlyCollection<string> removed, IReadOnlyCollection<StoredFailure> failed);
}

/// <summary>A version of a file that could not be read, so that it is not tried again.</summary>
/// <param name="Path">The path below the knowledge folder.</param>
/// <param name="Hash">SHA-256 of the bytes that could not be read.</param>
/// <param name="Conditions">The settings and the version of the program with which it was tried.</param>
/// <param name="Line">The 1-based line of the problem, or null where the whole file is meant.</param>
/// <param name="Message">The problem and its remedy.</param>
public sealed record StoredFailure(string Path, string Hash, string Conditions, int? Line, string Message);

/// <summary>The folder that a store's articles were read from.</summary>
/// <param name="Folder">The full path of the knowledge folder.</param>
/// <param name="Mount">The mount point of the folder's file system, or null if unknown.</param>
public sealed record StoredSource(string Folder, string? Mount);
