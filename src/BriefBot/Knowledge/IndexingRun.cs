using BriefBot.Knowledge.Articles;
using BriefBot.Knowledge.Folder;

namespace BriefBot.Knowledge;

/// <summary>
/// Reads the folder once into the store, committing as it goes. The catalog, the log and the report derive from its outcomes.
/// </summary>
/// <param name="folder">The folder.</param>
/// <param name="stored">The stored files.</param>
/// <param name="store">The store.</param>
/// <param name="stamps">The hashes of files as they were last read.</param>
/// <param name="fingerprint">The settings and versions that files are read with now.</param>
/// <param name="progress">Called with the number of files done and the total.</param>
/// <param name="show">Called after each commit.</param>
/// <param name="time">The clock.</param>
internal sealed class IndexingRun(
    KnowledgeFolder folder,
    StoredFiles stored,
    IPassageStore store,
    FileStamps stamps,
    string fingerprint,
    Action<int, int> progress,
    Action<IndexingRun> show,
    TimeProvider time
)
{
    private const string Damaged = "This can’t be read: it is damaged or in an unknown variant of its format. Save it again, or remove it.";
    private const string NotWritten = "Changed, but the index can’t be written right now. BriefBot will retry automatically.";

    /// <summary>Bytes read after which changes are committed; they are in memory until then.</summary>
    private const long CommitAfterBytes = 8_000_000;

    /// <summary>Size in bytes from which a file counts as large.</summary>
    private const long LargeFileBytes = 32_000_000;

    /// <summary>Time after which changes are committed.</summary>
    private static readonly TimeSpan CommitAfter = TimeSpan.FromSeconds(0.5);

    private readonly Dictionary<string, FileOutcome> _outcomes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _listed = new(StringComparer.Ordinal);
    private readonly List<Problem> _problems = [];
    private readonly List<string> _read = [];
    private readonly List<Article> _changed = [];
    private readonly List<StoredFailure> _failed = [];
    private int _expected;
    private int _done;

    /// <summary>The files as the list of documents shows them, each once.</summary>
    public IReadOnlyCollection<IndexedDocument> Documents =>
        [.. _outcomes.Select(outcome => outcome.Value.ToDocument(outcome.Key)).OfType<IndexedDocument>()];

    /// <summary>The problems, in the order they were found.</summary>
    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>The paths of the articles that were read and stored.</summary>
    public IReadOnlyList<string> ReadPaths => _read;

    /// <summary>Number of files to be read or kept.</summary>
    public int FileCount =>
        _outcomes.Values.Count(outcome => outcome is not (FileOutcome.Skipped or FileOutcome.Deferred { Stored: null }));

    /// <summary>Number of unchanged files.</summary>
    public int Unchanged => _outcomes.Values.Count(outcome => outcome is FileOutcome.Unchanged);

    /// <summary>Number of files that can't or must not be read, whether or not an earlier version is stored.</summary>
    public int Failed =>
        _outcomes.Values.Count(outcome =>
            outcome is FileOutcome.Failed or FileOutcome.Deferred { Stored: not null } or FileOutcome.Skipped { IsUnknownFormat: false }
        );

    /// <summary>Total number of passages.</summary>
    public int PassageCount => Documents.Sum(document => document.PassageCount);

    /// <summary>The reason why nothing more can be stored, or null.</summary>
    public string? NotStored { get; private set; }

    /// <summary>The first problem of a folder that can't be listed and has stored articles, or null.</summary>
    public Problem? LostFolder { get; private set; }

    /// <summary>Indicates whether a large file was read: its memory is worth giving back to the system.</summary>
    public bool HasReadLargeFile { get; private set; }

    /// <summary>Returns whether the folder contains the path and it may be read.</summary>
    public bool Contains(string path) =>
        _listed.Contains(path)
        || _outcomes.GetValueOrDefault(path) is not (null or FileOutcome.Skipped or FileOutcome.Deferred { Stored: null });

    /// <summary>Adds problems of the folder itself.</summary>
    public void Add(IEnumerable<Problem> problems) => _problems.AddRange(problems);

    /// <summary>Adds the files of the folder, and those that can't be read whatever they hold.</summary>
    /// <param name="listing">The content of the folder.</param>
    /// <param name="formats">The extensions that are read.</param>
    public void Begin(FolderListing listing, string formats)
    {
        foreach (var problem in listing.Problems)
        {
            _problems.Add(problem);
            if (!Path.IsPathRooted(problem.Path))
            {
                // A link that is not followed, rather than the folder itself.
                _outcomes[problem.Path] = new FileOutcome.Skipped(problem.Told);
            }
        }

        foreach (var path in listing.NotRead)
        {
            _outcomes[path] = new FileOutcome.Skipped($"Unsupported format. Save the content as one of {formats}.", IsUnknownFormat: true);
        }

        _expected += listing.Files.Count;
        foreach (var file in listing.Files.Where(file => file.Refused is null))
        {
            _listed.Add(file.Path);
            if (stored.ArticleOf(file.Path) is { } article)
            {
                _outcomes[file.Path] = new FileOutcome.Unchanged(article);
            }
        }

        foreach (var unreadable in listing.Unreadable)
        {
            AddUnreadable(unreadable);
        }
    }

    /// <summary>Reads new and changed files and commits them. Returns the files that exceeded the limit.</summary>
    /// <param name="files">The files, in the order in which they are read.</param>
    /// <param name="removed">Paths that have left the folder, removed with the first commit.</param>
    /// <param name="limit">Maximum time to read a file before it is put off; null for no limit.</param>
    /// <param name="cancellationToken">Ends it between two files.</param>
    public IReadOnlyList<FolderFile> Read(
        IEnumerable<FolderFile> files,
        IReadOnlyCollection<string> removed,
        TimeSpan? limit,
        CancellationToken cancellationToken
    )
    {
        var deferred = new List<FolderFile>();
        var (since, length) = (time.GetTimestamp(), 0L);
        foreach (var file in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (outcome, bytes) = Read(file, limit);
            length += bytes;
            if (outcome is FileOutcome.Deferred && NotStored is null)
            {
                deferred.Add(file);
            }
            else
            {
                progress(++_done, _expected);
            }

            _outcomes[file.Path] = outcome;
            cancellationToken.ThrowIfCancellationRequested();
            if (length >= CommitAfterBytes || time.GetElapsedTime(since) >= CommitAfter)
            {
                Commit(removed);
                (since, length, removed) = (time.GetTimestamp(), 0, []);
            }
        }

        Commit(removed);
        show(this);
        return deferred;
    }

    /// <summary>Reads a file. A parser's exception is that file's failure, and may be a passing one.</summary>
    public static ReadResult ReadFile(FolderFile file, byte[] content, TimeSpan? limit)
    {
        try
        {
            return limit is { } time ? file.Reader.Read(file.Path, content, time) : file.Reader.Read(file.Path, content);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return new ReadResult.Failed(new Problem(file.Path, null, Damaged)) { MayPass = true };
        }
    }

    private (FileOutcome Outcome, int Bytes) Read(FolderFile file, TimeSpan? limit)
    {
        if (file.Refused is { } refused)
        {
            return (Skip(refused), 0);
        }

        var known = stamps.HashOf(file);
        var content = known is not null ? FileContent.Known(known) : stamps.Read(file, folder.Read);
        if (FindOutcome(file, content) is { } outcome)
        {
            return (outcome, 0);
        }

        content = known is not null ? stamps.Read(file, folder.Read) : content;
        if (content.Problem is { } unreadable)
        {
            return (Fail(file.Path, unreadable), 0);
        }

        HasReadLargeFile |= content.Bytes.Length >= LargeFileBytes;
        return (Read(file, content, limit), content.Bytes.Length);
    }

    /// <summary>
    /// Returns the outcome of a file that need not be read; null where it is new, changed or failed under other settings.
    /// </summary>
    private FileOutcome? FindOutcome(FolderFile file, FileContent content)
    {
        var before = stored.ArticleOf(file.Path);
        return content.Problem is { } unreadable ? Fail(file.Path, unreadable)
            : before?.Hash == content.Hash ? new FileOutcome.Unchanged(before)
            : stored.FailureOf(file.Path) is { } failure && failure.Hash == content.Hash && failure.Conditions == fingerprint
                ? Fail(file.Path, new Problem(file.Path, failure.Line, failure.Message))
            : NotStored is not null ? new FileOutcome.Failed(NotWritten, before)
            : null;
    }

    private FileOutcome Read(FolderFile file, FileContent content, TimeSpan? limit)
    {
        switch (ReadFile(file, content.Bytes, limit))
        {
            case ReadResult.Read read:
                var article = read.Article with { ReadAt = time.GetUtcNow() };
                _read.Add(file.Path);
                _changed.Add(article);
                _problems.AddRange(article.Warnings);
                return new FileOutcome.Indexed(StoredArticle.Create(article), article.WarningText);
            case ReadResult.Failed { IsLeftOut: true } draft:
                return Skip(draft.Problem);
            case ReadResult.Failed { MayPass: true } when limit is not null:
                return new FileOutcome.Deferred(stored.ArticleOf(file.Path));
            case ReadResult.Failed failed:
                if (!failed.MayPass)
                {
                    _failed.Add(new StoredFailure(file.Path, content.Hash, fingerprint, failed.Problem.Line, failed.Problem.Message));
                }

                return Fail(file.Path, failed.Problem);
            default:
                throw new InvalidOperationException("A result is one of two.");
        }
    }

    private void Commit(IReadOnlyCollection<string> removed)
    {
        if (NotStored is not null || _changed.Count + removed.Count + _failed.Count == 0)
        {
            return;
        }

        try
        {
            stored.Apply(_changed, removed, _failed);
            BotMetrics.Read(_changed.Count);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException && stored.Articles.Count > 0 && !store.Damage.IsCompleted)
        {
            // The disk is full: stored articles go on answering, and later changes are still noticed.
            GiveUp(e.Message, removed);
        }

        _changed.Clear();
        _failed.Clear();
        show(this);
    }

    /// <summary>Records that the last changes and removals can't be stored: all of them are out of date in the store.</summary>
    private void GiveUp(string reason, IReadOnlyCollection<string> removed)
    {
        NotStored = reason;
        var changed = _changed.Select(article => article.Path).ToHashSet(StringComparer.Ordinal);
        _read.RemoveAll(changed.Contains);
        foreach (var path in changed.Concat(removed.Where(path => stored.ArticleOf(path) is not null)))
        {
            _outcomes[path] = new FileOutcome.Failed(NotWritten, stored.ArticleOf(path));
        }
    }

    /// <summary>Keeps the articles of a folder that can't be listed: it may well still be there.</summary>
    private void AddUnreadable(Problem unreadable)
    {
        _problems.Add(unreadable);
        _outcomes[unreadable.Path] = new FileOutcome.Failed(unreadable.Told, null);
        foreach (var article in stored.Articles.Where(article => article.Path.StartsWith(unreadable.Path, StringComparison.Ordinal)))
        {
            LostFolder ??= unreadable;
            _outcomes[article.Path] = new FileOutcome.Failed(unreadable.ToString(), article);
        }
    }

    private FileOutcome.Skipped Skip(Problem problem)
    {
        _problems.Add(problem);
        return new FileOutcome.Skipped(problem.Told);
    }

    private FileOutcome.Failed Fail(string path, Problem problem)
    {
        _problems.Add(problem);
        return new FileOutcome.Failed(problem.Told, stored.ArticleOf(path));
    }
}
