using System.Text;

namespace BriefBot.Tests.Fakes;

/// <summary>A folder for one test, gone with it.</summary>
public sealed class TemporaryFolder : IDisposable
{
    /// <summary>Where it stands.</summary>
    public string FullPath { get; } = Directory.CreateTempSubdirectory("briefbot-test-").FullName;

    /// <summary>The full path of something in it.</summary>
    public string Of(string path) => Path.Combine(FullPath, path);

    /// <summary>Writes a file as UTF-8, with the folders above it.</summary>
    public void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    /// <summary>Writes a file, with the folders above it.</summary>
    public void Write(string path, byte[] content)
    {
        var fullPath = Of(path);
        Directory.CreateDirectory(Path.GetDirectoryName(fullPath)!);
        File.WriteAllBytes(fullPath, content);
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(FullPath, recursive: true);
}
