namespace BriefBot.Service.Hosting;

/// <summary>Resolves the relative paths of settings.</summary>
internal static class SettingsPaths
{
    /// <summary>
    /// Returns the first existing path, from the working directory upward to the checkout's root, then beside the executable.
    /// </summary>
    /// <remarks>Where none exists, returns the path below the root or, outside a checkout, below the working directory.</remarks>
    public static string Resolve(string path, string workingDirectory, string executableDirectory)
    {
        if (Path.IsPathRooted(path))
        {
            return Path.GetFullPath(path);
        }

        var upward = Upward(workingDirectory);
        return upward.Append(executableDirectory).Select(directory => Path.GetFullPath(path, directory)).FirstOrDefault(Directory.Exists)
            ?? Path.GetFullPath(path, upward[^1]);
    }

    /// <summary>
    /// Returns the folders from the working directory up to the checkout's root, or the working directory alone outside a checkout.
    /// </summary>
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
