namespace BriefBot.Knowledge;

/// <summary>The outcome of an indexing run for one file or folder. A closed hierarchy; immutable.</summary>
internal abstract record FileOutcome
{
    private FileOutcome() { }

    /// <summary>It was read in this run.</summary>
    /// <param name="Article">The stored form of the article.</param>
    /// <param name="Warnings">Warnings for the editor, or null.</param>
    public sealed record Indexed(StoredArticle Article, string? Warnings) : FileOutcome;

    /// <summary>It is as it was stored.</summary>
    /// <param name="Article">The stored article.</param>
    public sealed record Unchanged(StoredArticle Article) : FileOutcome;

    /// <summary>It has changed and will be read later in the run.</summary>
    /// <param name="Stored">The stored article, or null where it is new.</param>
    public sealed record Deferred(StoredArticle? Stored) : FileOutcome;

    /// <summary>It can't be read.</summary>
    /// <param name="Reason">The problem, for the editor.</param>
    /// <param name="Stored">The stored article of an earlier version, which goes on answering, or null.</param>
    public sealed record Failed(string Reason, StoredArticle? Stored) : FileOutcome;

    /// <summary>It is not to be read: a rule, a setting or its own metadata says so, or no reader knows its format.</summary>
    /// <param name="Reason">The reason, for the editor.</param>
    /// <param name="IsUnknownFormat">Whether the reason is its format.</param>
    public sealed record Skipped(string Reason, bool IsUnknownFormat = false) : FileOutcome;

    /// <summary>Returns the file as the list of documents shows it, or null for a new file that was not read yet.</summary>
    public IndexedDocument? ToDocument(string path) =>
        this switch
        {
            Indexed { Article: var article, Warnings: var warnings } => Document(article, DocumentState.Indexed, warnings),
            Unchanged { Article: var article } => Document(article, DocumentState.Indexed, article.Warnings),
            Deferred { Stored: { } stored } => Document(stored, DocumentState.Stale, "Changed; being read."),
            Failed { Stored: { } stored, Reason: var reason } => Document(stored, DocumentState.Stale, reason),
            Failed { Reason: var reason } => Document(path, DocumentState.Failed, reason),
            Skipped { Reason: var reason } => Document(path, DocumentState.Skipped, reason),
            _ => null,
        };

    /// <summary>Returns a stored article as the list of documents shows it.</summary>
    public static IndexedDocument Document(StoredArticle article, DocumentState state, string? problem) =>
        new()
        {
            Path = article.Path,
            Title = article.Title,
            Date = article.Date,
            Summary = article.Summary,
            Tags = article.Tags ?? [],
            State = state,
            PassageCount = article.PassageCount,
            Hash = article.Hash,
            ReadAt = article.ReadAt,
            Problem = problem,
        };

    private static IndexedDocument Document(string path, DocumentState state, string problem) =>
        new()
        {
            Path = path,
            Title = path,
            State = state,
            PassageCount = 0,
            Problem = problem,
        };
}
