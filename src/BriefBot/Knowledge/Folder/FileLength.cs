namespace BriefBot.Knowledge.Folder;

/// <summary>Reads the length of a file without opening it: opening a pipe would wait for a writer.</summary>
internal static class FileLength
{
    /// <summary>Returns the length in bytes of the file, or of a link's target; 0 also for pipes, sockets and devices.</summary>
    /// <exception cref="IOException">There is no such file, or it can't be seen.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be seen.</exception>
    public static long Read(string path)
    {
        var file = new FileInfo(path);
        return file.LinkTarget is null ? file.Length : new FileInfo(file.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path).Length;
    }
}
