namespace BriefBot.Knowledge.Folder;

/// <summary>
/// The rules that leave files out: hidden files, files of systems and Office, README files, and the patterns of <c>.briefignore</c> in the
/// folder and those above it.
/// </summary>
/// <remarks>The nearest matching pattern wins; one may include a README, but no hidden file.</remarks>
internal sealed class FolderRules
{
    /// <summary>The name of the file with the patterns.</summary>
    public const string FileName = ".briefignore";

    /// <summary>More than this is no list of patterns.</summary>
    private const int MaxBytes = 100_000;

    /// <summary>Folders of operating systems, which often can't be read.</summary>
    private static readonly string[] SystemFolders =
    [
        "lost+found",
        "System Volume Information",
        "$RECYCLE.BIN",
        "#recycle",
        "@eaDir",
        "__MACOSX",
    ];

    /// <summary>Office keeps such a file beside one that is open.</summary>
    private const string OpenMark = "~$";

    private readonly FolderRules? _above;
    private readonly string _prefix;
    private readonly IgnorePatterns? _patterns;

    /// <summary>The rules of a folder.</summary>
    /// <param name="above">The rules of the parent folder, or null.</param>
    /// <param name="file">The file with its patterns, or null.</param>
    /// <param name="prefix">The path of its files below the knowledge folder, up to their names.</param>
    /// <exception cref="IOException">Its patterns can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Its patterns may not be read.</exception>
    public FolderRules(FolderRules? above, FileInfo? file, string prefix)
    {
        (_above, _prefix) = (above, prefix);
        _patterns = file?.Length is > 0 and <= MaxBytes ? new IgnorePatterns(File.ReadLines(file.FullName)) : null;
    }

    /// <summary>Returns whether a file or folder is left out.</summary>
    /// <param name="path">The path below the knowledge folder.</param>
    /// <param name="isFolder">Whether it is a folder.</param>
    public bool LeaveOut(string path, bool isFolder)
    {
        var name = System.IO.Path.GetFileName(path);
        return name.StartsWith('.')
            || name.StartsWith(OpenMark, StringComparison.Ordinal)
            || (isFolder && SystemFolders.Contains(name, StringComparer.OrdinalIgnoreCase))
            || (Said(path, isFolder) ?? (!isFolder && IsReadme(name)));
    }

    private bool? Said(string path, bool isFolder) =>
        _patterns?.IsIgnored(path[_prefix.Length..], isFolder) ?? _above?.Said(path, isFolder);

    private static bool IsReadme(string name) =>
        System.IO.Path.GetFileNameWithoutExtension(name).Equals("README", StringComparison.OrdinalIgnoreCase);
}
