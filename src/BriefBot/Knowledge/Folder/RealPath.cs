namespace BriefBot.Knowledge.Folder;

/// <summary>Resolves every link in a path, those in the middle too.</summary>
internal static class RealPath
{
    /// <summary>More links than a system follows itself.</summary>
    private const int MostLinks = 40;

    /// <summary>The problem of a path that <see cref="LeadsInCircle"/>.</summary>
    public const string InCircle = "The file is a symbolic link that is circular. Fix the link, or remove it.";

    /// <summary>The path without links, or null where it leads nowhere or in a circle.</summary>
    public static string? Resolve(string path) => Follow(path).Real;

    /// <summary>Returns whether the links of the path lead back to themselves.</summary>
    public static bool LeadsInCircle(string path) => Follow(path).IsCircle;

    private static (string? Real, bool IsCircle) Follow(string path)
    {
        var real = Path.GetPathRoot(Path.GetFullPath(path)) ?? "";
        var parts = new Stack<string>(Parts(Path.GetFullPath(path)));
        for (var links = 0; parts.TryPop(out var part); )
        {
            var next = part == ".." ? Path.GetDirectoryName(real) ?? real : Path.Combine(real, part);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                real = next;
                continue;
            }

            if (++links > MostLinks)
            {
                return (null, true);
            }

            real = Path.IsPathRooted(target) ? Path.GetPathRoot(target) ?? "" : real;
            foreach (var further in Parts(target))
            {
                parts.Push(further);
            }
        }

        return (Path.Exists(real) ? real : null, false);
    }

    /// <summary>Returns whether <paramref name="path"/> is <paramref name="folder"/> or inside it; both without links.</summary>
    public static bool IsInside(string folder, string path) =>
        path == folder
        || path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>The names between the separators, the last first.</summary>
    private static IEnumerable<string> Parts(string path) =>
        path[(Path.GetPathRoot(path)?.Length ?? 0)..]
            .Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries)
            .Where(part => part != ".")
            .Reverse();
}

/// <summary>A link leads out of the folder where nothing may be read without it: the folder is not read.</summary>
internal sealed class LinkLeadsOutException(string message) : IOException(message);
