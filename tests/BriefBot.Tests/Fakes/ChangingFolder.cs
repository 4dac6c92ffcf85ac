using System.Globalization;
using System.Security.Cryptography;

namespace BriefBot.Tests.Fakes;

/// <summary>
/// A knowledge folder that changes as editors and programs change one: the same way for the same seed. One call at a time.
/// </summary>
internal sealed class ChangingFolder
{
    private const int Files = 120;
    private const int Longest = 30;

    private static readonly string[] Words =
        "the bridge over river was opened by mayor of town and many guests came to see its long iron arches under grey sky".Split(' ');

    private readonly string _root;
    private readonly Random _random;

    public ChangingFolder(string root, int seed)
    {
        (_root, _random) = (root, new Random(seed));
        for (var i = 0; i < Files; i++)
        {
            File.WriteAllText(PathOf(i), Text());
        }
    }

    /// <summary>The hash of every file, by its path below the folder.</summary>
    public IReadOnlyDictionary<string, string> Hashes() =>
        Directory
            .EnumerateFiles(_root, "*.md", SearchOption.AllDirectories)
            .ToDictionary(
                path => Path.GetRelativePath(_root, path).Replace('\\', '/'),
                path => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))),
                StringComparer.Ordinal
            );

    /// <summary>Saves, replaces, moves or deletes a file.</summary>
    public void Change()
    {
        var path = PathOf(_random.Next(Files));
        switch (_random.Next(10))
        {
            case < 5:
                File.WriteAllText(path, Text());
                break;
            case < 7:
                File.WriteAllText(path + ".part", Text());
                File.Move(path + ".part", path, overwrite: true);
                break;
            case 7 when File.Exists(path):
                File.Move(path, PathOf(_random.Next(Files)), overwrite: true);
                break;
            default:
                File.Delete(path);
                break;
        }
    }

    private string Text() =>
        "# "
        + Line(3)
        + "\n"
        + string.Concat(Enumerable.Range(0, _random.Next(1, Longest)).Select(_ => "\n" + Line(_random.Next(5, 60)) + ".\n"));

    private string Line(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[_random.Next(Words.Length)]));

    private string PathOf(int i)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_root, (i % 7).ToString(CultureInfo.InvariantCulture)));
        return Path.Combine(folder.FullName, string.Create(CultureInfo.InvariantCulture, $"file-{i}.md"));
    }
}
