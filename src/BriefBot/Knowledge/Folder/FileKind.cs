using System.Formats.Tar;

namespace BriefBot.Knowledge.Folder;

/// <summary>Tells files from what only looks like one.</summary>
internal static class FileKind
{
    /// <summary>
    /// Whether an empty file is a file, and not a pipe, a socket or a device. The base library tells that to none but those who
    /// archive it, and opens none of them for it: to open a pipe would wait for somebody to write.
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
            // What has no place in an archive, such as a socket; or a file that somebody is writing.
            return IsLocked(e);
        }

        archive.Position = 0;
        using var reader = new TarReader(archive);
        return reader.GetNextEntry() is { EntryType: TarEntryType.RegularFile };
    }

    /// <summary>Opens the file beside whoever writes it, if they let it be opened.</summary>
    public static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    /// <summary>Whether a file could not be opened because a program has locked it: EWOULDBLOCK of Linux and of macOS, a sharing violation of Windows.</summary>
    public static bool IsLocked(IOException exception) => exception.HResult is 11 or 35 or unchecked((int)0x80070020);
}
