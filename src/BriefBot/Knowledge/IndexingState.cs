using BriefBot.Knowledge.Articles;
using BriefBot.Knowledge.Folder;

namespace BriefBot.Knowledge;

/// <summary>Collects the state of each file while the folder is read.</summary>
/// <param name="kept">The stored files, with earlier failures.</param>
/// <param name="conditions">With which settings and version of the program files are read now.</param>
/// <param name="progress">Called with the number of files done and the total.</param>
/// <param name="time">The clock for the time of reading.</param>
internal sealed class IndexingState(StoredFiles kept, string conditions, Action<int, int> progress, TimeProvider time)
{
    private const string Damaged = "can't be read: it is damaged, or written in a way that is not known. Save it again, or remove it.";

    private readonly List<Article> _changed = [];
    private int _expected;
    private int _done;
    private readonly List<StoredFailure> _failed = [];
    private readonly List<string> _read = [];
    private readonly HashSet<string> _listed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _notRead = new(StringComparer.Ordinal);
    private readonly List<Problem> _problems = [];
    private readonly Dictionary<string, IndexedDocument> _documents = new(StringComparer.Ordinal);

    /// <summary>The articles that were read since <see cref="Take"/>.</summary>
    public IReadOnlyList<Article> Changed => _changed;

    /// <summary>The files that could not be read and need not be tried again, since <see cref="Take"/>.</summary>
    public IReadOnlyList<StoredFailure> NewlyFailed => _failed;

    /// <summary>The articles that were read.</summary>
    public IReadOnlyList<string> ReadPaths => _read;

    /// <summary>The problems, in the order they were found.</summary>
    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>Every file once.</summary>
    public IReadOnlyCollection<IndexedDocument> Documents => _documents.Values;

    /// <summary>Number of files that can't be read now, whether or not an earlier version is stored.</summary>
    public int Failed => _documents.Values.Count(document => document.State != DocumentState.Indexed && !_notRead.Contains(document.Path));

    /// <summary>Why nothing more can be stored, or null when it can.</summary>
    public string? NotStored { get; private set; }

    /// <summary>Number of unchanged files.</summary>
    public int Unchanged { get; private set; }

    /// <summary>Returns whether the folder holds the path and it may be read.</summary>
    public bool Seen(string path) => _listed.Contains(path) || _documents.GetValueOrDefault(path) is { State: not DocumentState.Skipped };

    /// <summary>Adds the files of the folder; stored articles keep their state until each file is examined.</summary>
    public void Expect(IReadOnlyCollection<FolderFile> files)
    {
        _expected += files.Count;
        foreach (var file in files.Where(file => file.Refused is null))
        {
            _listed.Add(file.Path);
            if (kept.ArticleOf(file.Path) is { } before)
            {
                _documents[file.Path] = Kept(before, DocumentState.Indexed, before.Warnings);
            }
        }
    }

    /// <summary>One more of the files needs no more looking at.</summary>
    public void Done() => progress(++_done, _expected);

    /// <summary>Returns whether to read the file: it is new, changed, or failed under other settings or an older version.</summary>
    public bool IsToBeRead(FolderFile file, (byte[] Content, string Hash, Problem? Problem) bytes)
    {
        if (file.Refused is { } refused)
        {
            Skip(file, refused);
            return false;
        }

        var before = kept.ArticleOf(file.Path);
        if (bytes.Problem is { } unreadable)
        {
            Fail(file, unreadable);
        }
        else if (before?.Hash == bytes.Hash)
        {
            Unchanged++;
            _documents[file.Path] = Kept(before, DocumentState.Indexed, before.Warnings);
        }
        else if (kept.FailureOf(file.Path) is { } failure && failure.Hash == bytes.Hash && failure.Conditions == conditions)
        {
            Fail(file, new Problem(file.Path, failure.Line, failure.Message));
        }
        else
        {
            if (NotStored is not null)
            {
                MarkNotStored(file.Path);
            }
            else if (before is not null)
            {
                _documents[file.Path] = Kept(before, DocumentState.Stale, "Has changed and is being read.");
            }

            return true;
        }

        return false;
    }

    /// <summary>Reads the file; false where it should be tried again with more time.</summary>
    /// <param name="file">A file that is to be read.</param>
    /// <param name="bytes">The current content.</param>
    /// <param name="limit">Maximum time; null for the limit in the settings.</param>
    public bool Read(FolderFile file, (byte[] Content, string Hash, Problem? Problem) bytes, TimeSpan? limit)
    {
        switch (Read(file, bytes.Content, limit))
        {
            case ReadResult.Read read:
                var article = read.Article with { ReadAt = time.GetUtcNow() };
                _read.Add(file.Path);
                _changed.Add(article);
                _problems.AddRange(article.Warnings);
                _documents[file.Path] = Kept(StoredArticle.Create(article), DocumentState.Indexed, article.WarningText);
                return true;
            case ReadResult.Failed { IsLeftOut: true } draft:
                Skip(file, draft.Problem);
                return true;
            case ReadResult.Failed { MayPass: true } when limit is not null:
                return false;
            case ReadResult.Failed failed:
                if (!failed.MayPass)
                {
                    _failed.Add(new StoredFailure(file.Path, bytes.Hash, conditions, failed.Problem.Line, failed.Problem.Message));
                }

                Fail(file, failed.Problem);
                return true;
            default:
                throw new InvalidOperationException("A result is one of two.");
        }
    }

    /// <summary>Clears the changes and failures that have been stored.</summary>
    public void Take()
    {
        _changed.Clear();
        _failed.Clear();
    }

    /// <summary>
    /// Records that the changes since <see cref="Take"/>, and the removals, can't be stored: all of them are out of date in the store.
    /// </summary>
    public void GiveUp(string reason, IReadOnlyCollection<string> removed)
    {
        NotStored = reason;
        string[] changed = [.. _changed.Select(article => article.Path)];
        _read.RemoveAll(changed.Contains);
        foreach (var path in changed.Concat(removed.Where(path => kept.ArticleOf(path) is not null)))
        {
            MarkNotStored(path);
        }

        Take();
    }

    /// <summary>Adds problems of the folder itself.</summary>
    public void Add(IEnumerable<Problem> problems) => _problems.AddRange(problems);

    /// <summary>Number of files to be read.</summary>
    public int FileCount => _documents.Values.Count(document => document.State != DocumentState.Skipped);

    /// <summary>Files whose format no reader knows: they are listed, and nothing is wrong.</summary>
    public void AddNotRead(IEnumerable<string> paths, string formats)
    {
        foreach (var path in paths.Where(_notRead.Add))
        {
            _documents[path] = Without(path, DocumentState.Skipped, $"Its format is not read. Save what it says as one of {formats}.");
        }
    }

    /// <summary>Adds a problem of the folder itself, by its full path, or of a link that is not followed.</summary>
    public void AddRefused(Problem folder)
    {
        _problems.Add(folder);
        if (!Path.IsPathRooted(folder.Path))
        {
            _documents[folder.Path] = Without(folder.Path, DocumentState.Skipped, folder.Told);
        }
    }

    /// <summary>The first problem of a folder that can't be listed and has stored articles, or null.</summary>
    public Problem? LostFolder { get; private set; }

    /// <summary>Keeps the articles of a folder that can't be listed: it may well still be there.</summary>
    public void AddUnreadable(Problem folder)
    {
        _problems.Add(folder);
        LostFolder ??= kept.Articles.Any(article => article.Path.StartsWith(folder.Path, StringComparison.Ordinal)) ? folder : null;
        _documents[folder.Path] = Without(folder.Path, DocumentState.Failed, folder.Told);
        foreach (var article in kept.Articles.Where(article => article.Path.StartsWith(folder.Path, StringComparison.Ordinal)))
        {
            _documents[article.Path] = Kept(article, DocumentState.Stale, folder.ToString());
        }
    }

    /// <summary>A parser that trips over a file is that file's failure, not the folder's; it may have been a passing one.</summary>
    public static ReadResult Read(FolderFile file, byte[] content, TimeSpan? limit)
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

    /// <summary>Removes the stored version.</summary>
    private void Skip(FolderFile file, Problem problem)
    {
        _problems.Add(problem);
        _documents[file.Path] = Without(file.Path, DocumentState.Skipped, problem.Told);
    }

    private void Fail(FolderFile file, Problem problem)
    {
        _problems.Add(problem);
        _documents[file.Path] = kept.ArticleOf(file.Path) is { } before
            ? Kept(before, DocumentState.Stale, problem.Told)
            : Without(file.Path, DocumentState.Failed, problem.Told);
    }

    private static IndexedDocument Without(string path, DocumentState state, string problem) =>
        new() { Path = path, Title = path, State = state, PassageCount = 0, Problem = problem };

    private void MarkNotStored(string path)
    {
        const string Problem = "Has changed, but the index can't be written just now. It is tried again by itself.";
        _documents[path] = kept.ArticleOf(path) is { } before ? Kept(before, DocumentState.Stale, Problem) : Without(path, DocumentState.Failed, Problem);
    }

    /// <summary>An article that is kept, in the list of documents.</summary>
    public static IndexedDocument Kept(StoredArticle article, DocumentState state, string? problem) => new()
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
}
