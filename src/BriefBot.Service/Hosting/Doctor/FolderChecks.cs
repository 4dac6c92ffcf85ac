using System.Globalization;
using System.IO.Enumeration;
using BriefBot.Service.Retrieval;

namespace BriefBot.Service.Hosting.Doctor;

/// <summary>Checks that the folders exist and that this user has the rights the service needs.</summary>
internal static class FolderChecks
{
    private const string Watches = "/proc/sys/fs/inotify/max_user_watches";

    public static IEnumerable<DoctorResult> Knowledge(string path)
    {
        const string Area = "knowledge folder";
        if (!Directory.Exists(path))
        {
            return [DoctorResult.Problem(Area, $"{path}: there is no such folder. Create it, or choose another with Knowledge:Path.")];
        }

        try
        {
            var (files, folders) = Count(path);
            return
            [
                files == 0
                    ? DoctorResult.Problem(Area, $"{path} has no files. Put articles into it.")
                    : DoctorResult.Good(
                        Area,
                        $"{path}: {files} {(files == 1 ? "file" : "files")} in {folders} {(folders == 1 ? "folder" : "folders")}, readable"
                    ),
                .. Watching(folders, LimitOfWatches()),
            ];
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            return [DoctorResult.Problem(Area, $"{path} can't be read by {Environment.UserName}: {e.Message} Give that user read access.")];
        }
    }

    public static IEnumerable<DoctorResult> Data(string path)
    {
        const string Area = "data folder";
        var existing = path;
        while (!Directory.Exists(existing) && Path.GetDirectoryName(existing) is { Length: > 0 } above)
        {
            existing = above;
        }

        if (File.Exists(path) || !CanWrite(existing))
        {
            yield return DoctorResult.Problem(
                Area,
                $"{path} can't be written by {Environment.UserName}. Give that user write access, or choose another with Data:Path."
            );
            yield break;
        }

        if (existing == path)
        {
            DoctorResult? held = null;
            try
            {
                DataFolderLock.Take(path).Dispose();
            }
            catch (DataFolderInUseException)
            {
                held = DoctorResult.Note(Area, $"{path} is in use by a running BriefBot");
            }
            catch (IOException e)
            {
                held = DoctorResult.Problem(Area, e.Message);
            }

            if (held is not null)
            {
                yield return held;
                yield break;
            }
        }

        var free = new DriveInfo(Path.GetPathRoot(Path.GetFullPath(existing)) ?? "/").AvailableFreeSpace;
        yield return free < 100_000_000
            ? DoctorResult.Problem(
                Area,
                $"{path}: only {free / 1_000_000} MB are free on its disk; the index and embeddings need about as much as the articles. Free some space."
            )
            : DoctorResult.Good(Area, existing == path ? $"{path}, writable" : $"{path} will be created at the first start");
    }

    /// <param name="folders">Number of folders to watch.</param>
    /// <param name="most">The system's limit; null where there is none.</param>
    public static IEnumerable<DoctorResult> Watching(int folders, long? most) =>
        most >= folders || most is null
            ? []
            :
            [
                DoctorResult.Problem(
                    "watching",
                    $"{folders} folders are to be watched, and {Watches} allows {most}. Raise fs.inotify.max_user_watches by sysctl, or changes wait for Knowledge:PollSeconds."
                ),
            ];

    private static (int Files, int Folders) Count(string path)
    {
        var (files, folders) = (0, 1);
        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = false };
        // A link to a folder may lead in a circle.
        var entries = new FileSystemEnumerable<bool>(path, (ref FileSystemEntry entry) => entry.IsDirectory, options)
        {
            ShouldRecursePredicate = (ref FileSystemEntry entry) => (entry.Attributes & FileAttributes.ReparsePoint) == 0,
        };
        foreach (var isFolder in entries)
        {
            (files, folders) = isFolder ? (files, folders + 1) : (files + 1, folders);
        }

        return (files, folders);
    }

    private static bool CanWrite(string folder)
    {
        try
        {
            var probe = Path.Combine(folder, $".briefbot-doctor-{Environment.ProcessId}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return true;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            return false;
        }
    }

    private static long? LimitOfWatches() =>
        File.Exists(Watches)
        && long.TryParse(File.ReadAllText(Watches).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var most)
            ? most
            : null;
}
