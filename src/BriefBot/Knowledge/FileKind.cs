using System.Formats.Tar;

namespace BriefBot.Knowledge;

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
        catch (IOException) when (File.Exists(path))
        {
            // What has no place in an archive, such as a socket.
            return false;
        }

        archive.Position = 0;
        using var reader = new TarReader(archive);
        return reader.GetNextEntry() is { EntryType: TarEntryType.RegularFile };
    }
}
