namespace BriefBot.Knowledge.Folder;

/// <summary>How long a file is, before it is opened: opening a pipe waits until somebody writes into it.</summary>
internal static class FileLength
{
    /// <summary>The length in bytes of the file, or of what the link leads to; 0 too for pipes, sockets and devices.</summary>
    /// <exception cref="IOException">There is no such file, or it can't be seen.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be seen.</exception>
    public static long Read(string path)
    {
        var file = new FileInfo(path);
        return file.LinkTarget is null ? file.Length : new FileInfo(file.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path).Length;
    }
}
