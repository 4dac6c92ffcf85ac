namespace BriefBot.Chat.Writing;

/// <summary>Cuts text that is longer than a message: at the end of a line, else between words, else anywhere that tears nothing.</summary>
internal static class TextCut
{
    /// <summary>A cut that would leave less than this share of a message in it is not made at a line or a word.</summary>
    private const int LeastShare = 4;

    /// <param name="text">Markup in it is backslashes before marks, and nothing else.</param>
    /// <param name="limit">The most characters of a part; at least 8.</param>
    public static IEnumerable<string> Cut(string text, int limit)
    {
        var from = 0;
        while (text.Length - from > limit)
        {
            var end = EndOf(text.AsSpan(from, limit + 1), limit);
            yield return text.Substring(from, end).TrimEnd();
            from += end;
            while (from < text.Length && text[from] is ' ' or '\n')
            {
                from++;
            }
        }

        if (from < text.Length)
        {
            yield return text[from..];
        }
    }

    private static int EndOf(ReadOnlySpan<char> text, int limit)
    {
        var line = text.LastIndexOf('\n');
        if (line > limit / LeastShare)
        {
            return line;
        }

        var word = text.LastIndexOf(' ');
        while (word > 0 && text[word..].StartsWith(" ["))
        {
            // The number of a citation stays with the words before it.
            word = text[..word].LastIndexOf(' ');
        }

        if (word > limit / LeastShare)
        {
            return word;
        }

        var end = limit;
        while (end > 1 && (char.IsLowSurrogate(text[end]) || Backslashes(text[..end]) % 2 == 1))
        {
            end--;
        }

        return end;
    }

    /// <summary>Returns the number of backslashes at the end.</summary>
    private static int Backslashes(ReadOnlySpan<char> text) => text.Length - text.TrimEnd('\\').Length;
}
