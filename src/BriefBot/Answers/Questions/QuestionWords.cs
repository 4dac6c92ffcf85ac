using System.Collections.Frozen;
using BriefBot.Answers.Sentences;
using BriefBot.Retrieval;

namespace BriefBot.Answers.Questions;

/// <summary>Words that make a question a question and say nothing of what it is about.</summary>
internal static class QuestionWords
{
    private const int ShortestMisread = 4;
    private const int LongestMisread = 9;

    /// <summary>The question word that is meant by a word that stands nowhere in the folder, or null; the folder's own word comes first where it is as near.</summary>
    public static string? Misread(FoundTerm term)
    {
        var typed = term.Asked.Word;
        if (typed.Length is < ShortestMisread or > LongestMisread || (term.Correction is null && (term.DocumentFrequency > 0 || RelatedWords.Knows(term.Term))))
        {
            return null;
        }

        var (word, cost) = FunctionWords.All.Where(word => word.Length >= ShortestMisread).Select(word => (word, Cost: EditCost.Of(typed, word, 1))).OrderBy(near => near.Cost).ThenBy(near => near.word, StringComparer.Ordinal).First();
        return cost < (term.Correction is { } own ? EditCost.Of(typed, own, 2) : double.PositiveInfinity) ? word : null;
    }

    /// <summary>The words of <paramref name="text"/> in lower case, chat spellings written out.</summary>
    public static string[] In(string text) =>
    [
        .. text.ToLowerInvariant()
            .Replace('’', '\'')
            .Split([' ', '\t', '\n', '\r', '?', '!', ',', '.', ';', ':', '"', '“', '”', '(', ')'], StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(word => ChatSpelling.Meant(word).Split(' ')),
    ];
}
