namespace BriefBot.Knowledge;

/// <summary>
/// Walks a folder and the folders within it, but for what <see cref="FolderRules"/> leave out. Links to folders are followed, but last and each folder once: so none leads
/// in a circle, and what stands in the folder itself has its own path.
/// </summary>
internal sealed class FolderWalk(Func<string, IArticleReader?> findReader)
{
    private readonly List<FolderFile> _files = [];
    private readonly List<Problem> _unreadable = [];
    private readonly HashSet<string> _walked = new(StringComparer.Ordinal);
    private readonly Queue<(DirectoryInfo Link, string Prefix, FolderRules Above)> _links = [];

    public IReadOnlyList<FolderFile> Files => _files;

    /// <summary>The folders within that can't be listed.</summary>
    public IReadOnlyList<Problem> Unreadable => _unreadable;

    /// <exception cref="IOException">The folder itself can't be listed; one within it is <see cref="Unreadable"/>.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder itself may not be listed.</exception>
    public void Walk(DirectoryInfo root)
    {
        Walk(Target(root), "", above: null);
        while (_links.TryDequeue(out var next))
        {
            TryWalk(next.Prefix, () => Target(next.Link), next.Above);
        }
    }

    private static DirectoryInfo Target(DirectoryInfo folder) => folder.ResolveLinkTarget(returnFinalTarget: true) as DirectoryInfo ?? folder;

    private void TryWalk(string prefix, Func<DirectoryInfo> folder, FolderRules above)
    {
        try
        {
            Walk(folder(), prefix, above);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _unreadable.Add(new Problem(prefix, null, $"can't be listed ({e.GetType().Name}). Let the user the service runs as read it."));
        }
    }

    private void Walk(DirectoryInfo folder, string prefix, FolderRules? above)
    {
        if (!_walked.Add(folder.FullName))
        {
            return;
        }

        var rules = new FolderRules(above, folder, prefix);
        foreach (var entry in folder.GetFileSystemInfos().Where(entry => !rules.LeaveOut(prefix + entry.Name, entry is DirectoryInfo)).OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            var path = prefix + entry.Name;
            if (entry is not DirectoryInfo within)
            {
                Add(path, entry.FullName);
            }
            else if (within.LinkTarget is not null)
            {
                _links.Enqueue((within, path + "/", rules));
            }
            else
            {
                TryWalk(path + "/", () => within, rules);
            }
        }
    }

    private void Add(string path, string fullPath)
    {
        if (findReader(path) is { } reader)
        {
            _files.Add(new FolderFile(path, fullPath, reader));
        }
    }
}
