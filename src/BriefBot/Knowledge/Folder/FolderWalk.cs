namespace BriefBot.Knowledge.Folder;

/// <summary>Walks a folder and its subfolders except those left out by <see cref="FolderRules"/>.</summary>
/// <remarks>
/// Links to folders are followed last and each target once, so none leads in a circle and the folder's own files keep their paths. Links
/// that lead out of the folder are refused.
/// </remarks>
/// <param name="findReader">Returns the reader of a file name, or null.</param>
/// <param name="followLinks">Whether links that lead out of the folder are followed.</param>
internal sealed class FolderWalk(Func<string, IArticleReader?> findReader, bool followLinks)
{
    private const string LeadsOut =
        "The file is a symbolic link that leads out of the knowledge folder, so it isn’t followed. Copy its target into the folder, or set Knowledge:FollowLinks.";

    private readonly List<FolderFile> _files = [];
    private readonly List<string> _notRead = [];
    private readonly List<Problem> _unreadable = [];
    private readonly List<Problem> _refused = [];
    private readonly HashSet<string> _walked = new(StringComparer.Ordinal);
    private readonly Queue<(string Link, string Prefix, FolderRules Above)> _links = [];
    private string _root = "";

    /// <summary>The files that a reader knows, those refused among them.</summary>
    public IReadOnlyList<FolderFile> Files => _files;

    /// <summary>The paths of the files that no reader knows.</summary>
    public IReadOnlyList<string> NotRead => _notRead;

    /// <summary>The folders within that can't be listed.</summary>
    public IReadOnlyList<Problem> Unreadable => _unreadable;

    /// <summary>The links to folders that lead out, their paths ending in a slash, and those that lead nowhere.</summary>
    public IReadOnlyList<Problem> Refused => _refused;

    /// <exception cref="IOException">The folder itself can't be listed; one within it is <see cref="Unreadable"/>.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder itself may not be listed.</exception>
    public void Walk(string root)
    {
        _root = RealPath.Resolve(root) ?? throw new DirectoryNotFoundException($"There is no folder {root}.");
        Walk(new DirectoryInfo(_root), "", above: null);
        while (_links.TryDequeue(out var next))
        {
            var real = RealPath.Resolve(next.Link);
            if (real is not null && IsAllowed(real))
            {
                TryWalk(next.Prefix, new DirectoryInfo(real), next.Above);
            }
            else
            {
                _refused.Add(new Problem(next.Prefix, null, real is null ? LeadsNowhere(next.Link) : LeadsOut));
            }
        }
    }

    private bool IsAllowed(string real) => followLinks || RealPath.IsInside(_root, real);

    private static string LeadsNowhere(string path) =>
        RealPath.LeadsInCircle(path)
            ? RealPath.InCircle
            : "The file is a symbolic link whose target doesn’t exist. Fix the link, or remove it.";

    private void TryWalk(string prefix, DirectoryInfo folder, FolderRules above)
    {
        try
        {
            Walk(folder, prefix, above);
        }
        catch (LinkLeadsOutException e)
        {
            _unreadable.Add(new Problem(prefix, null, $"can't be listed: {e.Message}"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _unreadable.Add(
                new Problem(
                    prefix,
                    null,
                    e is DirectoryNotFoundException && prefix.Contains(KnowledgeFolder.NotUtf8)
                        ? KnowledgeFolder.NameIsNotUtf8
                        : $"can't be listed: {KnowledgeFolder.Why(e)}"
                )
            );
        }
    }

    private void Walk(DirectoryInfo folder, string prefix, FolderRules? above)
    {
        if (!_walked.Add(folder.FullName))
        {
            return;
        }

        var rules = new FolderRules(above, RulesOf(folder), prefix);
        foreach (
            var entry in folder
                .GetFileSystemInfos()
                .Where(entry => !rules.LeaveOut(prefix + entry.Name, entry is DirectoryInfo))
                .OrderBy(entry => entry.Name, StringComparer.Ordinal)
        )
        {
            var path = prefix + entry.Name;
            if (entry is not DirectoryInfo within)
            {
                Add(path, entry);
            }
            else if (within.LinkTarget is not null)
            {
                _links.Enqueue((within.FullName, path + "/", rules));
            }
            else
            {
                TryWalk(path + "/", within, rules);
            }
        }
    }

    /// <summary>
    /// The file with the rules of a folder, or null where it has none. Without rules that were meant nothing of the folder may be read.
    /// </summary>
    private FileInfo? RulesOf(DirectoryInfo folder)
    {
        var file = new FileInfo(Path.Combine(folder.FullName, FolderRules.FileName));
        if (file.LinkTarget is null)
        {
            return file.Exists ? file : null;
        }

        return RealPath.Resolve(file.FullName) is not { } real ? null
            : IsAllowed(real) ? new FileInfo(real)
            : throw new LinkLeadsOutException($"its {FolderRules.FileName} {LeadsOut}");
    }

    private void Add(string path, FileSystemInfo file)
    {
        if (findReader(path) is { } reader)
        {
            // A dead link is reported when it is read.
            var real = file.LinkTarget is null ? file.FullName : RealPath.Resolve(file.FullName);
            _files.Add(
                new FolderFile(path, real ?? file.FullName, reader)
                {
                    Stamp = real is null ? null : FileStamps.Look(real == file.FullName ? (FileInfo)file : new FileInfo(real)),
                    Refused = real is null || IsAllowed(real) ? null : new Problem(path, null, LeadsOut),
                }
            );
        }
        else if (file.LinkTarget is not null && RealPath.Resolve(file.FullName) is null)
        {
            _refused.Add(new Problem(path, null, LeadsNowhere(file.FullName)));
        }
        else
        {
            _notRead.Add(path);
        }
    }
}
