using System.Text.RegularExpressions;
using BriefBot.Answers.Language;
using BriefBot.Retrieval;

namespace BriefBot.Answers.Understanding;

/// <summary>
/// Corrects the spelling of a question before it is analyzed, because a misspelt word may decide its type: by the words of the folder and
/// by function words.
/// </summary>
internal sealed class QuestionSpelling(ISpelling folder, ContentTerms carrying)
{
    private const int ShortestMisread = 4;
    private const int LongestMisread = 9;

    /// <summary>
    /// Maximum number of words of a question that is corrected together with the earlier one; a longer question is clear by itself.
    /// </summary>
    private const int MostLeaning = 6;

    /// <param name="text">The question as it was typed.</param>
    /// <param name="before">The question before it in the conversation, or null.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public CorrectedText Mend(string text, string? before, CancellationToken cancellationToken)
    {
        var terms = carrying.Find(text);
        var around = before is null || terms.Count > MostLeaning ? [] : carrying.Find(before);
        var readings = folder.Read([.. terms.Concat(around).DistinctBy(term => term.Term)], cancellationToken);
        var typed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (term, reading) in terms.Zip(readings))
        {
            if ((Misread(term, reading) ?? reading.Correction) is { } word)
            {
                text = Mended(text, term.Word, word);
                typed[word] = term.Word;
            }
        }

        return typed.Count == 0
            ? new CorrectedText(text, terms)
            : new CorrectedText(text, [.. carrying.Find(text).Select(term => term with { Typed = typed.GetValueOrDefault(term.Word) })]);
    }

    /// <summary>Returns the English word meant by one that is not in the folder, or null; the folder's own word wins a tie.</summary>
    private static string? Misread(QueryTerm term, WordReading reading)
    {
        var typed = term.Word;
        if (
            typed.Length is < ShortestMisread or > LongestMisread
            || (reading.Correction is null && (reading.IsInFolder || RelatedWords.Knows(term.Term)))
        )
        {
            return null;
        }

        var (word, cost) = FunctionWords
            .All.Where(word => word.Length >= ShortestMisread)
            .Select(word => (word, Cost: EditCost.Compute(typed, word, 1)))
            .OrderBy(near => near.Cost)
            .ThenBy(near => near.word, StringComparer.Ordinal)
            .First();
        return cost < (reading.Correction is { } own ? EditCost.Compute(typed, own, 2) : double.PositiveInfinity) ? word : null;
    }

    /// <summary>A capital stays one.</summary>
    private static string Mended(string text, string typed, string read) =>
        Regex.Replace(
            text,
            $@"\b{Regex.Escape(typed)}\b",
            match => char.IsUpper(match.ValueSpan[0]) ? char.ToUpperInvariant(read[0]) + read[1..] : read,
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
            TimeSpan.FromMilliseconds(MatchTimeout.Milliseconds)
        );
}

/// <summary>A question whose spelling is settled.</summary>
/// <param name="Text">The text as typed, with misspelt words corrected.</param>
/// <param name="Terms">The words that carry it.</param>
internal sealed record CorrectedText(string Text, IReadOnlyList<QueryTerm> Terms);
