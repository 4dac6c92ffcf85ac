using System.Text;

namespace BriefBot.Tests.Fakes;

/// <summary>A folder of its own for one test, gone with it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("briefbot-test").FullName;

    public string this[string below] => System.IO.Path.Combine(Path, below);

    public TemporaryFolder With(string below, string text) => With(below, Encoding.UTF8.GetBytes(text));

    public TemporaryFolder With(string below, byte[] content)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[below])!);
        File.WriteAllBytes(this[below], content);
        return this;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
