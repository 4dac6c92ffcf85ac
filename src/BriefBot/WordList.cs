using System.Reflection;

namespace BriefBot;

/// <summary>Reads the word lists in text files that stand beside the classes that use them.</summary>
internal static class WordList
{
    /// <summary>The lines of the embedded file, without empty ones and comments, which begin with <c>#</c>.</summary>
    /// <param name="name">The file's path below this project, for instance <c>Answers/Understanding/chat-spellings.tsv</c>.</param>
    public static IEnumerable<string> Lines(string name)
    {
        using var stream =
            Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }

    /// <summary>Returns the words of an embedded file, separated by white space.</summary>
    /// <param name="name">As of <see cref="Lines"/>.</param>
    public static IEnumerable<string> Words(string name) =>
        Lines(name).SelectMany(line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>
/// Time limit of patterns that may backtrack. None is meant to reach it: in such a pattern nothing is repeated without a bound except
/// inside an atomic group.
/// </summary>
internal static class MatchTimeout
{
    public const int Milliseconds = 1_000;
}
