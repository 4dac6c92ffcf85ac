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
    public static DataFolderLock Take(string dataPath)
    {
        try
        {
            return new DataFolderLock(new FileStream(Path.Combine(dataPath, Name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e)
        {
            throw new DataFolderInUseException(
                $"Data:Path: another BriefBot holds the data folder {Path.GetFullPath(dataPath)}. Stop it, or name another folder with --data DIR.", e);
        }
    }

    public void Dispose() => _file.Dispose();
}
