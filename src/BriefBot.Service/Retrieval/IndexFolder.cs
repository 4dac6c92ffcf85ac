using Lucene.Net.Store;
using Directory = System.IO.Directory;

namespace BriefBot.Service.Retrieval;

/// <summary>Opens the index in the data folder, and repairs or replaces it where necessary.</summary>
internal static class IndexFolder
{
    /// <summary>
    /// Opens the index below <paramref name="dataPath"/>, or makes one. One of another version is built anew; a damaged one is set aside
    /// under a name that says so.
    /// </summary>
    /// <param name="dataPath">The data folder.</param>
    /// <param name="cutting">The version of the passage cutting; an index with another version is rebuilt.</param>
    /// <param name="logger">Logs what was rebuilt or set aside.</param>
    /// <exception cref="DataFolderInUseException">Another process holds the data folder.</exception>
    /// <exception cref="IOException">The data folder can't be written; the message names it and tells what to do.</exception>
    public static LucenePassageIndex Open(string dataPath, string cutting, ILogger logger)
    {
        var path = PathIn(dataPath);
        MakeWritable(dataPath, path);
        var owner = DataFolderLock.Take(dataPath);
        try
        {
            return Open(path, cutting, owner, logger);
        }
        catch
        {
            owner.Dispose();
            throw;
        }
    }

    /// <summary>Returns the path of the index in a data folder.</summary>
    public static string PathIn(string dataPath) => Path.Combine(dataPath, "index");

    /// <summary>An index that goes with the process.</summary>
    public static LucenePassageIndex InMemory() => new(() => new RAMDirectory(), _ => { });

    private static LucenePassageIndex Open(string path, string cutting, DataFolderLock owner, ILogger logger)
    {
        var isUnchecked = CheckedDirectory.IsUnchecked(path);
        if (isUnchecked)
        {
            Directory.Delete(path, recursive: true);
            MakePrivate(path);
        }

        var index = new LucenePassageIndex(() => new CheckedDirectory(path), reason => SetAside(path, reason, logger), cutting, owner);
        if (isUnchecked || index.IsForeign)
        {
            Log.IndexOfAnotherVersion(logger, path);
        }

        return index;
    }

    private static void SetAside(string path, string reason, ILogger logger)
    {
        var aside = path + "-damaged";
        if (Directory.Exists(aside))
        {
            Directory.Delete(aside, recursive: true);
        }

        if (Directory.Exists(path))
        {
            Directory.Move(path, aside);
        }

        Log.IndexSetAside(logger, path, aside, reason);
        MakePrivate(path);
    }

    /// <summary>Makes the folder, if there is none, for its owner alone.</summary>
    public static void MakePrivate(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static void MakeWritable(string dataPath, string path)
    {
        try
        {
            MakePrivate(dataPath);
            MakePrivate(path);
            var probe = Path.Combine(path, ".briefbot-can-write");
            File.WriteAllText(probe, string.Empty);
            File.Delete(probe);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException(
                $"Data:Path: the data folder {Path.GetFullPath(dataPath)} can't be written ({e.Message}). Make it writable for this user, or choose another with --data DIR.",
                e
            );
        }
    }
}
