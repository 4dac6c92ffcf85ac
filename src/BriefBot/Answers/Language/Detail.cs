using BriefBot.Retrieval;

namespace BriefBot.Answers.Language;

/// <summary>
/// A word that says which one of several is meant, as "evening" of "evening tour", "4" of "ward 4" and "heart" of "ultrasound of the
/// heart".
/// </summary>
/// <param name="Word">The word.</param>
/// <param name="Of">The stem of the word it qualifies.</param>
/// <param name="Place">Its position relative to that word.</param>
internal readonly record struct Detail(Word Word, string Of, DetailPlace Place)
{
    /// <summary>Returns the details of a text, in order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="words">Its analysed words, in order.</param>
    public static IEnumerable<Detail> Find(string text, IReadOnlyList<Word> words)
    {
        for (var i = 0; i + 1 < words.Count; i++)
        {
            var (one, next) = (words[i], words[i + 1]);
            // The parts of an identifier lie over it.
            if (next.Start < one.Start + one.Spelt.Length || FunctionWords.Contains(one.Spelt) || FunctionWords.Contains(next.Spelt))
            {
                continue;
            }

            var between = text.AsSpan(one.Start + one.Spelt.Length, next.Start - one.Start - one.Spelt.Length);
            if (between is " " or "-")
            {
                yield return char.IsAsciiDigit(next.Spelt[0])
                    ? new Detail(next, one.Term, DetailPlace.Number)
                    : new Detail(one, next.Term, DetailPlace.Before);
            }
            else if (
                between
                is " of "
                    or " of the "
                    or " of a "
                    or " for "
                    or " for the "
                    or " for a "
                    or " in "
                    or " in the "
                    or " on "
                    or " on the "
            )
            {
                yield return new Detail(next, one.Term, DetailPlace.After);
            }
        }
    }

    /// <summary>Returns the details of a text that is not analysed yet.</summary>
    public static IReadOnlyList<Detail> Find(string text, ITextAnalyzer analyzer) => [.. Find(text, Language.Word.Analyze(text, analyzer))];
}

/// <summary>The position of a detail relative to the word it qualifies.</summary>
internal enum DetailPlace
{
    /// <summary>Before it: "evening tour".</summary>
    Before,

    /// <summary>A number after it: "ward 4".</summary>
    Number,

    /// <summary>After it and a preposition: "ultrasound of the heart".</summary>
    After,
}
