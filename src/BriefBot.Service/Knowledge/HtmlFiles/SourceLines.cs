namespace BriefBot.Service.Knowledge.HtmlFiles;

/// <summary>Finds the line of each word in a piece of a file; words must be requested in order.</summary>
/// <param name="text">The piece.</param>
/// <param name="firstLine">The 1-based line at which it begins.</param>
internal sealed class SourceLines(string text, int firstLine)
{
    /// <summary>Maximum distance in characters to a word; beyond it the word is assumed to be spelt otherwise, as by an entity.</summary>
    private const int Reach = 2_000;

    private int _at;
    private int _line = firstLine;

    /// <summary>Returns the line of the word; that of the word before where it is written otherwise.</summary>
    public int LineOf(ReadOnlySpan<char> word)
    {
        var rest = text.AsSpan(_at, Math.Min(text.Length - _at, Reach));
        if (rest.IndexOf(word) is >= 0 and var at)
        {
            _line += rest[..at].Count('\n');
            _at += at + word.Length;
        }

        return _line;
    }
}
