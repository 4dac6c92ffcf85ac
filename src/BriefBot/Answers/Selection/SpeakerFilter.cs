using BriefBot.Answers.Language;
using BriefBot.Answers.Ranking;
using BriefBot.Answers.Understanding;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Answers.Selection;

/// <summary>Selects the sentences that quote the speaker on the topic of the question.</summary>
internal static class SpeakerFilter
{
    /// <summary>Minimum share of the topic in or above the sentence.</summary>
    private const double LeastAbout = 0.4;

    public static IReadOnlyList<ScoredUnit> Filter(QuotationIntent quotation, QuestionMatch match, IReadOnlyList<ScoredUnit> ranked)
    {
        if (quotation.Speaker.Count == 0)
        {
            return ranked;
        }

        var said = ranked
            .Where(scored => scored.Candidate.Unit.Kind != UnitKind.Section && Attribution.IsTo(quotation.Speaker, scored.Candidate))
            .ToArray();
        var about = said.Where(scored => About(quotation, match, scored.Candidate) >= LeastAbout).ToArray();
        if (about.Length == 0 && OfTitle(quotation, ranked) is { Length: > 0 } titled)
        {
            return titled;
        }

        // "What does the treaty say": a subject that is no name needs no verb of speech.
        return about.Length == 0 && (quotation.IsLoose || (said.Length == 0 && ranked.Any(scored => IsOnlyAThing(quotation, scored))))
            ? ranked
            : about;
    }

    /// <summary>Returns the units of an article whose title is the supposed speaker: "What do the rules for field work say".</summary>
    private static ScoredUnit[] OfTitle(QuotationIntent quotation, IReadOnlyList<ScoredUnit> ranked)
    {
        var named = quotation
            .Name.Split(' ')
            .Where(word => !FunctionWords.Contains(word) && word is not ("article" or "document" or "page" or "file" or "section"))
            .ToArray();
        return named.Length == 0
            ? []
            : [.. ranked.Where(scored => scored.Candidate.Source.Above.Take(2).Any(title => IsTitle(named, title.Words)))];
    }

    /// <summary>Returns whether a title contains the words, and they cover at least half of it.</summary>
    private static bool IsTitle(string[] named, IReadOnlyList<Word> title) =>
        named.All(word => title.Any(other => other.Spelt == word))
        && named.Length * 2 >= title.Count(word => !FunctionWords.Contains(word.Spelt));

    private static bool IsOnlyAThing(QuotationIntent quotation, ScoredUnit scored) =>
        scored.Candidate.Sentences.Any(sentence =>
            sentence.OwnWords.Any(word => quotation.Speaker.Contains(word.Term) && char.IsLower(sentence.Text[word.Start]))
        );

    private static double About(QuotationIntent quotation, QuestionMatch match, Candidate candidate)
    {
        var held = match.Related([
            .. candidate.All.SelectMany(sentence => sentence.OwnWords).Select(word => word.Term),
            .. candidate.Source.Headings,
            .. candidate.Source.Title,
        ]);
        var weights = match.Terms.Select((term, i) => quotation.Speaker.Contains(term.Term) ? 0 : match.Weights[i]).ToArray();
        return weights.Sum() == 0 ? 1 : QuestionMatch.Weighted(held, weights);
    }
}
