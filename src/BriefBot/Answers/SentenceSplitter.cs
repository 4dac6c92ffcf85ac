using System.Collections.Frozen;

namespace BriefBot.Answers;

/// <summary>
/// Cuts running text into sentences. A full stop ends one unless it belongs to an abbreviation, an initial, an acronym or
/// a number; what it cannot know it leaves together, since half a sentence is worse than two.
/// </summary>
internal static class SentenceSplitter
{
    private static readonly FrozenSet<string> Abbreviations = (
        "mr mrs ms dr prof rev hon st sr jr gen col lt capt sgt maj adm gov sen rep pres vs etc eg ie cf al inc ltd co corp nos vol pp ed eds est fig approx dept "
        + "jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun ca c ft mt ave blvd").Split(' ').ToFrozenSet();

    /// <summary>After an acronym a sentence begins only with one of these: "the U.S. The", but "the U.S. Senate".</summary>
    private static readonly FrozenSet<string> Openers = (
        "The A An In On At It He She They We But And However This That These Those There When While If As For After Before Since Although Some Many Most His Her Its Their").Split(' ').ToFrozenSet();

    /// <summary>The sentences of <paramref name="text"/> in order, without the white space about them; empty for white space only.</summary>
    public static IReadOnlyList<TextSpan> Split(string text)
    {
        var sentences = new List<TextSpan>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '.' or '!' or '?' or '…' && EndOfSentence(text, start, i) is { } end)
            {
                Add(sentences, text, start, end);
                start = end;
                i = end - 1;
            }
        }

        Add(sentences, text, start, text.Length);
        return sentences;
    }

    /// <summary>The offset after the sentence that the mark at <paramref name="mark"/> ends with its closing quotes, or null where it ends none.</summary>
    private static int? EndOfSentence(string text, int start, int mark)
    {
        var end = mark + 1;
        while (end < text.Length && text[end] is '.' or '!' or '?' or '…' or '"' or '”' or '’' or '\'' or ')' or ']' or '»')
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

        var opens = char.IsUpper(text[next]) || char.IsDigit(text[next]) || text[next] is '"' or '“' or '‘' or '\'' or '(' or '[' or '«' or '¿' or '¡';
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
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        if (end > start)
        {
            sentences.Add(new TextSpan(start, end - start));
        }
    }
}
