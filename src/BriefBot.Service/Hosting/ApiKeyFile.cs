using System.Security.Cryptography;

namespace BriefBot.Service.Hosting;

/// <summary>The key that the service makes for itself where none is set: a file of the data folder, for its owner alone.</summary>
internal static class ApiKeyFile
{
    private const string Letters = "0123456789abcdefghijklmnopqrstuvwxyz";

    /// <summary>36^40 keys.</summary>
    private const int Length = 40;

    /// <summary>Returns the path of the key file in a data folder.</summary>
    public static string PathIn(string dataPath) => Path.Combine(dataPath, "api-key");

    /// <summary>Reads the key, or makes one.</summary>
    /// <exception cref="StartProblemException">It can't be read or written, or is no key.</exception>
    public static string ReadOrMake(string dataPath)
    {
        var path = PathIn(dataPath);
        try
        {
            return File.Exists(path) ? Read(path) : Make(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartProblemException(
                ExitCode.Unavailable,
                $"{path}: the API key can't be kept there ({e.Message}). Give the service’s user read and write access to the data folder, or set Http:ApiKey.",
                e
            );
        }
    }

    private static string Read(string path) =>
        File.ReadAllText(path).Trim() is { Length: >= Length } key
            ? key
            : throw new StartProblemException(
                ExitCode.Unavailable,
                $"{path}: isn’t an API key: it is shorter than {Length} characters. Remove the file to have a new one made."
            );

    /// <summary>Written whole or not at all: a key that was cut short would shut everybody out.</summary>
    private static string Make(string path)
    {
        var key = RandomNumberGenerator.GetString(Letters, Length);
        var unfinished = path + ".new";
        File.Delete(unfinished);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new FileStream(unfinished, options))
        using (var writer = new StreamWriter(file))
        {
            writer.WriteLine(key);
            writer.Flush();
            file.Flush(flushToDisk: true);
        }

        File.Move(unfinished, path);
        return key;
    }
}
