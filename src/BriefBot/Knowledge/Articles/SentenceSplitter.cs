using System.Collections.Frozen;

namespace BriefBot.Knowledge.Articles;

/// <summary>
/// Cuts running text into sentences. A full stop ends one unless it belongs to an abbreviation, an initial, an acronym or a number; in
/// doubt it does not cut, since half a sentence is worse than two.
/// </summary>
/// <remarks>Sentences longer than <see cref="MaxLength"/> are cut between words.</remarks>
internal static class SentenceSplitter
{
    /// <summary>The longest piece of text that is quoted, in characters.</summary>
    public const int MaxLength = 1_000;

    /// <summary>More marks in a row than these and the quotes that close with them end no sentence.</summary>
    private const int MaxMarks = 16;

    private static readonly FrozenSet<string> Abbreviations = (
        "mr mrs ms dr prof rev hon st sr jr gen col lt capt sgt maj adm gov sen rep pres vs etc eg ie cf al inc ltd co corp nos vol pp ed eds est fig approx dept "
        + "jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun ca c ft mt ave blvd"
    )
        .Split(' ')
        .ToFrozenSet();

    /// <summary>After an acronym a sentence begins only with one of these: "the U.S. The", but "the U.S. Senate".</summary>
    private static readonly FrozenSet<string> Openers = (
        "The A An In On At It He She They We But And However This That These Those There When While If As For After Before Since Although Some Many Most His Her "
        + "Its Their"
    )
        .Split(' ')
        .ToFrozenSet();

    /// <summary>Prose is quoted in sentences; a row of a table and a piece of code whole, unless they are too long for a quote.</summary>
    public static IReadOnlyList<TextSpan> Cut(TextBlock block) =>
        block.Kind is BlockKind.Prose or BlockKind.ListItem ? Split(block.Text) : Whole(block.Text);

    /// <summary>All sentences of a passage, in reading order.</summary>
    public static IEnumerable<string> Sentences(Passage passage) =>
        passage.Blocks.SelectMany(block => Cut(block).Select(span => block.Text.Substring(span.Start, span.Length)));

    /// <summary>
    /// The sentences of <paramref name="text"/> in order, without the white space about them; empty for white space only.
    /// </summary>
    public static IReadOnlyList<TextSpan> Split(string text)
    {
        var sentences = new List<TextSpan>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (
                (
                    IsFullStop(text[i]) ? AfterFullStop(text, i)
                    : text[i] is '.' or '!' or '?' or '…' ? EndOfSentence(text, start, i)
                    : null
                ) is
                { } end
            )
            {
                Add(sentences, text, start, end);
                start = end;
                i = end - 1;
            }
        }

        Add(sentences, text, start, text.Length);
        return sentences;
    }

    /// <summary>
    /// The text whole, or where it is too long the fewest pieces of it, cut between lines or else between words; empty for white space
    /// only.
    /// </summary>
    public static IReadOnlyList<TextSpan> Whole(string text)
    {
        var pieces = new List<TextSpan>();
        Add(pieces, text, 0, text.Length);
        return pieces;
    }

    /// <summary>
    /// Returns whether it is a full stop or question mark of Chinese, Japanese, Hindi or Arabic, which ends a sentence without a space
    /// after it.
    /// </summary>
    private static bool IsFullStop(char character) => character is '。' or '！' or '？' or '।' or '؟' or '۔';

    private static int AfterFullStop(string text, int mark)
    {
        var end = mark + 1;
        while (
            end < text.Length && end - mark < MaxMarks && (IsFullStop(text[end]) || text[end] is '」' or '』' or '”' or '"' or '）' or ')')
        )
        {
            end++;
        }

        return end;
    }

    /// <summary>
    /// The offset after the sentence that the mark at <paramref name="mark"/> ends with its closing quotes, or null where it ends none.
    /// </summary>
    private static int? EndOfSentence(string text, int start, int mark)
    {
        var end = mark + 1;
        while (
            end < text.Length
            && end - mark < MaxMarks
            && text[end] is '.' or '!' or '?' or '…' or '"' or '”' or '’' or '\'' or ')' or ']' or '»'
        )
        {
            end++;
        }

        var next = end;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        if (next == end || next == text.Length)
        {
            return null;
        }

        var opens =
            char.IsUpper(text[next])
            || char.IsDigit(text[next])
            || text[next] is '"' or '“' or '‘' or '\'' or '(' or '[' or '«' or '¿' or '¡';
        return opens && (text[mark] != '.' || !BelongsToTheWord(text, start, mark, next)) ? end : null;
    }

    private static bool BelongsToTheWord(string text, int start, int mark, int next)
    {
        var from = mark;
        while (from > start && (char.IsLetter(text[from - 1]) || text[from - 1] == '.'))
        {
            from--;
        }

        var word = text[from..mark];
        if (word.Length == 0)
        {
            return false;
        }

        var isInitials = (word.Length == 1 && char.IsUpper(word[0])) || word.Contains('.');
        return isInitials
            ? !Openers.Contains(WordAt(text, next))
            : Abbreviations.Contains(word.ToLowerInvariant()) || (word is "no" or "No" && char.IsDigit(text[next]));
    }

    private static string WordAt(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        return text[start..end];
    }

    private static void Add(List<TextSpan> sentences, string text, int start, int end)
    {
        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        while (start < end)
        {
            if (char.IsWhiteSpace(text[start]))
            {
                start++;
                continue;
            }

            var cut = end - start > MaxLength ? Cut(text, start) : end;
            sentences.Add(new TextSpan(start, cut - start));
            start = cut;
        }
    }

    /// <summary>
    /// The last place before the limit at which a line ends, or else a word; in a word without end the limit itself, but between the halves
    /// of no character.
    /// </summary>
    private static int Cut(string text, int start)
    {
        var piece = text.AsSpan(start, MaxLength);
        var cut =
            piece.LastIndexOf('\n') is > 0 and var line ? line
            : piece.LastIndexOf(' ') is > 0 and var space ? space
            : MaxLength;
        return start + (cut == MaxLength && char.IsHighSurrogate(piece[^1]) ? cut - 1 : cut);
    }
}
