namespace BriefBot.Service.Retrieval;

/// <summary>
/// Holds a data folder for one process, as long as it lives: a file that nobody else may open. (Lucene's own lock was tried
/// and let a second process in.)
/// </summary>
internal sealed class DataFolderLock : IDisposable
{
    private const string Name = "briefbot.lock";

    private readonly FileStream _file;

    private DataFolderLock(FileStream file) => _file = file;

    /// <exception cref="DataFolderInUseException">Another process holds the folder.</exception>
    /// <exception cref="IOException">The file can't be opened; the message says what to do.</exception>
    public static DataFolderLock Take(string dataPath)
    {
        var path = Path.Combine(Path.GetFullPath(dataPath), Name);
        try
        {
            return new DataFolderLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException e)
        {
            // Also where a folder has the name.
            throw new IOException(
                $"Data:Path: {path} can't be opened: it belongs to another user, or is a folder. Remove it, or give the whole data folder to the user the service runs as.", e);
        }
        catch (IOException e)
        {
            throw new DataFolderInUseException(
                $"Data:Path: another BriefBot holds the data folder {Path.GetFullPath(dataPath)}. Stop it, or name another folder with --data DIR.", e);
        }
    }

    public void Dispose() => _file.Dispose();
}
