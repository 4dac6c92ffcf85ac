namespace BriefBot.Knowledge;

/// <summary>Gathers what becomes of the files of the folder while it is read.</summary>
internal sealed class FolderReading(IReadOnlyDictionary<string, KeptArticle> kept)
{
    private readonly List<Article> _changed = [];
    private readonly List<Problem> _problems = [];
    private readonly Dictionary<string, IndexedDocument> _documents = new(StringComparer.Ordinal);

    /// <summary>The articles that were read.</summary>
    public IReadOnlyList<Article> Changed => _changed;

    /// <summary>What is wrong, in the order it was met.</summary>
    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>Every file once.</summary>
    public IReadOnlyCollection<IndexedDocument> Documents => _documents.Values;

    /// <summary>How many files can't be read now, whether or not an earlier reading is kept.</summary>
    public int Failed => _documents.Values.Count(document => document.State != DocumentState.Indexed);

    /// <summary>How many files are as they are kept.</summary>
    public int Unchanged { get; private set; }

    /// <summary>Whether the folder holds the path.</summary>
    public bool Seen(string path) => _documents.ContainsKey(path);

    public void Add(FolderFile file, (byte[] Content, string Hash, Problem? Problem) bytes)
    {
        var before = kept.GetValueOrDefault(file.Path);
        if (bytes.Problem is { } unreadable)
        {
            Fail(file, before, unreadable);
        }
        else if (before?.Hash == bytes.Hash)
        {
            Unchanged++;
            _documents[file.Path] = Kept(before, DocumentState.Indexed, before.Warnings);
        }
        else
        {
            Take(file, before, Read(file, bytes.Content));
        }
    }

    /// <summary>What is wrong with the folder itself.</summary>
    public void Add(IEnumerable<Problem> problems) => _problems.AddRange(problems);

    /// <summary>What is kept of a folder that can't be listed stays: it may well still be there.</summary>
    public void AddUnreadable(Problem folder)
    {
        _problems.Add(folder);
        foreach (var article in kept.Values.Where(article => article.Path.StartsWith(folder.Path, StringComparison.Ordinal)))
        {
            _documents[article.Path] = Kept(article, DocumentState.Stale, folder.ToString());
        }
    }

    /// <summary>What is wrong with a file that is no article.</summary>
    public void AddProblems(IEnumerable<Problem> problems) => _problems.AddRange(problems);

    /// <summary>A parser that trips over a file is that file's failure, not the folder's.</summary>
    private static ReadResult Read(FolderFile file, byte[] content)
    {
        try
        {
            return file.Reader.Read(file.Path, content);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return new ReadResult.Failed(new Problem(file.Path, null, $"can't be read ({e.GetType().Name}: {e.Message})."));
        }
    }

    private void Take(FolderFile file, KeptArticle? before, ReadResult result)
    {
        switch (result)
        {
            case ReadResult.Read read:
                _changed.Add(read.Article);
                _problems.AddRange(read.Article.Warnings);
                _documents[file.Path] = Indexed(read.Article);
                break;
            case ReadResult.Failed failed:
                Fail(file, before, failed.Problem);
                break;
        }
    }

    private void Fail(FolderFile file, KeptArticle? before, Problem problem)
    {
        _problems.Add(problem);
        _documents[file.Path] = before is null
            ? new IndexedDocument { Path = file.Path, Title = file.Path, State = DocumentState.Failed, PassageCount = 0, Problem = problem.Told }
            : Kept(before, DocumentState.Stale, problem.Told);
    }

    private static IndexedDocument Indexed(Article article) => new()
    {
        Path = article.Path,
        Title = article.Title,
        Date = article.Date,
        Summary = article.Summary,
        Tags = article.Tags,
        State = DocumentState.Indexed,
        PassageCount = article.Passages.Count,
        Hash = article.Hash,
        Problem = article.WarningText,
    };

    private static IndexedDocument Kept(KeptArticle article, DocumentState state, string? problem) => new()
    {
        Path = article.Path,
        Title = article.Title,
        Date = article.Date,
        Summary = article.Summary,
        Tags = article.Tags ?? [],
        State = state,
        PassageCount = article.PassageCount,
        Hash = article.Hash,
        Problem = problem,
    };
}
