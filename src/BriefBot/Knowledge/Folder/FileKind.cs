using System.Formats.Tar;

namespace BriefBot.Knowledge.Folder;

/// <summary>Tells regular files from others.</summary>
internal static class FileKind
{
    /// <summary>
    /// Returns whether an empty file is a regular one, and not a pipe, a socket or a device. The base library tells this only when
    /// archiving; opening a pipe would wait for a writer.
    /// </summary>
    /// <param name="path">A file of no bytes, links followed.</param>
    /// <exception cref="IOException">There is no such file, or it can't be seen.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static bool IsRegular(string path)
    {
        using var archive = new MemoryStream();
        try
        {
            using var writer = new TarWriter(archive, TarEntryFormat.Ustar, leaveOpen: true);
            writer.WriteEntry(path, "file");
        }
        catch (IOException e) when (File.Exists(path))
        {
            // Not allowed in an archive, such as a socket; or a file that is being written.
            return IsLocked(e);
        }

        archive.Position = 0;
        using var reader = new TarReader(archive);
        return reader.GetNextEntry() is { EntryType: TarEntryType.RegularFile };
    }

    /// <summary>Opens the file while another process may write it, if that process allows it.</summary>
    public static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    /// <summary>
    /// Returns whether a file could not be opened because a program has locked it: EWOULDBLOCK of Linux and of macOS, a sharing violation
    /// of Windows.
    /// </summary>
    public static bool IsLocked(IOException exception) => exception.HResult is 11 or 35 or unchecked((int)0x80070020);
}

/// <summary>Reads the length of a file without opening it: opening a pipe would wait for a writer.</summary>
internal static class FileLength
{
    /// <summary>Returns the length in bytes of the file, or of a link's target; 0 also for pipes, sockets and devices.</summary>
    /// <exception cref="IOException">There is no such file, or it can't be seen.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be seen.</exception>
    public static long Read(string path)
    {
        var file = new FileInfo(path);
        return file.LinkTarget is null
            ? file.Length
            : new FileInfo(file.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path).Length;
    }
}
