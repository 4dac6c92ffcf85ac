using System.Security.Cryptography;

namespace BriefBot.Knowledge.Folder;

/// <summary>The folder of articles: which files it holds that can be read, and their bytes.</summary>
internal sealed class KnowledgeFolder(KnowledgeOptions options, IEnumerable<IArticleReader> readers)
{
    /// <summary>Replaces bytes of a name that are not UTF-8; such a file can't be opened by it.</summary>
    public const char NotUtf8 = '\uFFFD';

    /// <summary>The problem of such a name.</summary>
    public const string NameIsNotUtf8 = "This can’t be opened: its name isn’t UTF-8. Rename it.";

    private readonly Dictionary<string, IArticleReader> _readers = readers
        .SelectMany(reader => reader.Extensions.Select(extension => (extension, reader)))
        .ToDictionary(pair => pair.extension, pair => pair.reader, StringComparer.OrdinalIgnoreCase);

    public string Root => Path.GetFullPath(options.Path);

    public bool Exists => Directory.Exists(options.Path);

    /// <summary>The problem of a missing folder.</summary>
    public Problem Missing =>
        new(
            Root,
            null,
            File.Exists(Root)
                ? "Knowledge:Path: this is a file, not a folder. Choose a folder with --knowledge DIR."
                : "Knowledge:Path: there is no such folder. Create it, or choose another with --knowledge DIR."
        );

    /// <summary>The problem of a folder without readable articles.</summary>
    public Problem Empty =>
        new(Root, null, "There are no readable articles in this folder (Knowledge:Path). Add some, such as Markdown or HTML files.");

    /// <summary>The mount point of the folder's file system; null where there is no folder.</summary>
    public string? Mount =>
        RealPath.Resolve(options.Path) is { } real
            ? DriveInfo.GetDrives().Select(drive => drive.Name).Where(mount => RealPath.IsInside(mount, real)).MaxBy(mount => mount.Length)
            : null;

    /// <summary>Returns the identity of the folder at <paramref name="path"/>, or null where there is none.</summary>
    /// <remarks>
    /// The identity is the path with links resolved and the creation time, or where the file system keeps none the time of the last change.
    /// </remarks>
    public static (string Path, DateTime Made)? IdentityOf(string path)
    {
        try
        {
            return RealPath.Resolve(path) is { } real && Directory.Exists(real) ? (real, Directory.GetCreationTimeUtc(real)) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Lists the files that the rules include, up to the maximum number.</summary>
    /// <exception cref="IOException">The folder can't be listed.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be listed.</exception>
    public FolderListing List()
    {
        var walk = new FolderWalk(name => _readers.GetValueOrDefault(Path.GetExtension(name)), options.FollowLinks);
        walk.Walk(Root);
        var walked = walk.Files.OrderBy(file => file.Path, StringComparer.Ordinal).ToLookup(IsSynonyms);
        FolderFile[] files = [.. walked[false]];
        var synonyms = walked[true].FirstOrDefault();
        string[] notRead = [.. walk.NotRead.Take(options.MaxFiles)];
        return files.Length <= options.MaxFiles
            ? new FolderListing(files, synonyms, notRead, walk.Unreadable, walk.Refused)
            : new FolderListing(files[..options.MaxFiles], synonyms, notRead, walk.Unreadable, [.. walk.Refused, TooMany(files)]);
    }

    /// <summary>Reads the file's bytes and computes their hash, or returns the problem.</summary>
    public FileContent Read(FolderFile file)
    {
        if (file.Refused is { } refused)
        {
            return FileContent.Failed(refused);
        }

        try
        {
            if (FileLength.Read(file.FullPath) == 0)
            {
                return FileKind.IsRegular(file.FullPath)
                    ? new FileContent([], Convert.ToHexStringLower(SHA256.HashData([])))
                    : Fail(file, "This is a pipe, a socket or a device, not a file. Remove it.");
            }

            using var stream = FileKind.Open(file.FullPath);
            if (stream.Length > options.MaxFileBytes)
            {
                return Fail(
                    file,
                    $"This has {stream.Length} bytes, more than Knowledge:MaxFileBytes ({options.MaxFileBytes}). Split the file or raise the setting."
                );
            }

            // No more than was just measured, though the file may be growing.
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            return new FileContent(content, Convert.ToHexStringLower(SHA256.HashData(content)));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return Fail(file, WhyMissing(file));
        }
        catch (EndOfStreamException)
        {
            return Fail(file, "This was cut off while it was being read. BriefBot will retry automatically.");
        }
        catch (IOException e) when (FileKind.IsLocked(e))
        {
            return Fail(file, "Another program is writing this file. BriefBot reads it afterwards.");
        }
        catch (IOException) when (RealPath.LeadsInCircle(Path.Combine(Root, file.Path)))
        {
            return Fail(file, RealPath.InCircle);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return Fail(file, $"can't be read: {Why(e)}");
        }
    }

    /// <summary>Returns the reason of a failure, and its remedy.</summary>
    public static string Why(Exception failure) =>
        failure is UnauthorizedAccessException
            ? "Access is denied. Give the service’s user read access."
            : "The disk or network share reports an error. Check that it is available.";

    private string WhyMissing(FolderFile file) =>
        file.Path.Contains(NotUtf8) ? NameIsNotUtf8
        : RealPath.LeadsInCircle(Path.Combine(Root, file.Path)) ? RealPath.InCircle
        : "The file is a symbolic link whose target doesn’t exist, or it was just removed. Fix the link, or remove it.";

    private Problem TooMany(FolderFile[] files) =>
        new(
            Root,
            null,
            $"There are {files.Length} files, more than Knowledge:MaxFiles ({options.MaxFiles}). Files after {files[options.MaxFiles - 1].Path} "
                + $"aren’t read. Move files out or raise the setting."
        );

    private static bool IsSynonyms(FolderFile file) => file.Path.Equals(SynonymFile.Name, StringComparison.OrdinalIgnoreCase);

    private static FileContent Fail(FolderFile file, string message) => FileContent.Failed(new Problem(file.Path, null, message));
}
