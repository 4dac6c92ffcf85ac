namespace BriefBot.Service.Hosting;

/// <summary>Where a relative path of the settings leads.</summary>
internal static class SettingsPaths
{
    /// <summary>
    /// The first that exists from the working directory upward to the checkout's root, then beside the executable; where
    /// none does, the path below the root or, outside of a checkout, below the working directory.
    /// </summary>
    public static string Resolve(string path, string workingDirectory, string executableDirectory)
    {
        if (Path.IsPathRooted(path))
        {
            return Path.GetFullPath(path);
        }

        var upward = Upward(workingDirectory);
        return upward
            .Append(executableDirectory)
            .Select(directory => Path.GetFullPath(path, directory))
            .FirstOrDefault(Directory.Exists)
            ?? Path.GetFullPath(path, upward[^1]);
    }

    /// <summary>From the working directory to the checkout's root; the working directory alone where there is no checkout.</summary>
    private static List<string> Upward(string workingDirectory)
    {
        var directories = new List<string>();
        for (var directory = new DirectoryInfo(workingDirectory); directory is not null; directory = directory.Parent)
        {
            directories.Add(directory.FullName);
            if (File.Exists(Path.Combine(directory.FullName, "BriefBot.sln")) || Path.Exists(Path.Combine(directory.FullName, ".git")))
            {
                return directories;
            }
        }

        return [workingDirectory];
    }
}
