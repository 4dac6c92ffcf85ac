using System.Security.Cryptography;

namespace BriefBot.Knowledge;

/// <summary>The folder of articles: which files it holds that can be read, and their bytes.</summary>
internal sealed class KnowledgeFolder(string root, long maxFileBytes, IEnumerable<IArticleReader> readers)
{
    private readonly Dictionary<string, IArticleReader> _readers = readers
        .SelectMany(reader => reader.Extensions.Select(extension => (extension, reader)))
        .ToDictionary(pair => pair.extension, pair => pair.reader, StringComparer.OrdinalIgnoreCase);

    public string Root => Path.GetFullPath(root);

    public bool Exists => Directory.Exists(root);

    /// <summary>In ordinal order; hidden files and folders, and formats nobody reads, are left out.</summary>
    /// <exception cref="IOException">The folder can't be listed.</exception>
    public IReadOnlyList<FolderFile> List()
    {
        var files = new List<FolderFile>();
        Walk(new DirectoryInfo(Root), "", files, []);
        files.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return files;
    }

    /// <summary>The file's bytes and their hash, or what is wrong with it.</summary>
    public (byte[] Content, string Hash, Problem? Problem) Read(FolderFile file)
    {
        try
        {
            var length = new FileInfo(file.FullPath).ResolveLinkTarget(returnFinalTarget: true) is FileInfo target ? target.Length : new FileInfo(file.FullPath).Length;
            if (length > maxFileBytes)
            {
                return Fail(file, $"has {length} bytes, more than Knowledge:MaxFileBytes allows ({maxFileBytes}). Split the file or raise the setting.");
            }

            var content = File.ReadAllBytes(file.FullPath);
            return (content, Convert.ToHexStringLower(SHA256.HashData(content)), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Fail(file, $"can't be read ({e.GetType().Name}). Let the user the service runs as read it.");
        }
    }

    private static (byte[] Content, string Hash, Problem? Problem) Fail(FolderFile file, string message) => ([], "", new Problem(file.Path, null, message));

    private void Walk(DirectoryInfo folder, string prefix, List<FolderFile> files, HashSet<string> walked)
    {
        // A link that leads back up would be walked for ever.
        if (!walked.Add((folder.ResolveLinkTarget(returnFinalTarget: true) ?? folder).FullName))
        {
            return;
        }

        foreach (var entry in folder.EnumerateFileSystemInfos().Where(entry => !entry.Name.StartsWith('.')))
        {
            var path = prefix + entry.Name;
            if (entry is DirectoryInfo inner)
            {
                Walk(inner, path + "/", files, walked);
            }
            else if (_readers.TryGetValue(entry.Extension, out var reader))
            {
                files.Add(new FolderFile(path, entry.FullName, reader));
            }
        }
    }
}
