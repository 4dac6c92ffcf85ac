using BriefBot.Answers.Ranking;
using BriefBot.Answers.Selection;
using BriefBot.Answers.Understanding;
using BriefBot.Knowledge;
using BriefBot.Retrieval;

namespace BriefBot.Answers;

/// <summary>Explains why the folder does not answer, and finds the closest passages.</summary>
internal static class Refusals
{
    private const int MaxClosest = 3;
    private const int MaxNamed = 3;

    /// <summary>Maximum number of characters shown of a word.</summary>
    private const int MaxShown = 60;

    /// <summary>Minimum weight of a term that a refusal may name as missing.</summary>
    private const double LeastNamed = 0.5;

    /// <summary>
    /// Returns the reason of a refusal, in order: words that are not in the folder, an unmet form of question, words missing from the
    /// closest passage, nothing eligible.
    /// </summary>
    /// <remarks>Names only names and what was asked for; other missing words do not explain a refusal.</remarks>
    public static string Explain(RankedUnits found)
    {
        var (match, ranked) = (found.Match, found.All);
        var nowhere = match
            .Terms.Where(term => term.DocumentFrequency == 0 && MayBeNamed(match.Question, term))
            .Select(term => term.Asked.Word)
            .ToArray();
        if (match.Question.IsForeign)
        {
            return BotTexts.EnglishBest;
        }

        if (nowhere.Length > 0)
        {
            return BotTexts.FolderDoesNotMention(List(nowhere));
        }

        if (found.IsRuledOut && match.Question.Form is QuotationIntent quotation)
        {
            return BotTexts.NothingSaidBy(quotation.Name);
        }

        if (ranked.Count > 0 && ConfidenceModel.LacksProperty(match, ranked[0].Candidate))
        {
            return BotTexts.FolderDoesNotState(match.Question.Property?.Name ?? "");
        }

        var apart = ranked.Count > 0 ? Missing(match, ranked[0]) : [];
        return apart.Length > 0 && apart.Length < match.Terms.Count
            ? BotTexts.ClosestDoesNotMention(List(apart))
            : BotTexts.FolderDoesNotSay;
    }

    /// <summary>Returns how misspelt words were read, or null where none were.</summary>
    public static string? Suggest(QuestionMatch match)
    {
        var read = match
            .Terms.Where(term => term.Asked.Typed is not null)
            .Select(term => BotTexts.ReadAs(ShortText.Shorten(term.Asked.Typed ?? "", MaxShown), term.Asked.Word))
            .ToArray();
        return read.Length > 0 ? string.Join(' ', read) : null;
    }

    /// <summary>The best sentence of each of the best passages; those that hold no word of the question left out.</summary>
    public static IReadOnlyList<NearMiss> Closest(IReadOnlyList<ScoredUnit> ranked, int most = MaxClosest) =>
        [
            .. ranked
                .Where(scored => scored.Candidate.Features[RankingFeature.Coverage] > 0)
                .DistinctBy(scored => scored.Candidate.Source.Passage.Id)
                .Take(most)
                .Select(scored => (scored.Candidate.Source.Passage, scored.Candidate.Sentences.First().Text))
                .Select(best => new NearMiss(best.Passage.Path, best.Passage.Title, best.Passage.Section, best.Text)),
        ];

    private static string[] Missing(QuestionMatch match, ScoredUnit best)
    {
        var held = match.Held(best.Candidate.Source.Terms);
        return [.. match.Terms.Where((term, i) => !held[i] && MayBeNamed(match.Question, term)).Select(term => term.Asked.Word)];
    }

    private static bool MayBeNamed(Question question, FoundTerm term) =>
        term.Asked.Boost >= LeastNamed
        && (
            question.Names.Contains(term.Term)
            || question.AskedFor.Contains(term.Term)
            || term.Asked.Word.Any(char.IsDigit)
            || question.Expected == AnswerType.Definition
            || question.Terms.Count == 1
        );

    /// <summary>The words as a list, without the parts of others: of “briefbot” also “brief” is looked for.</summary>
    private static string List(IReadOnlyList<string> words) =>
        string.Join(
            ", ",
            words
                .Where(word => !words.Any(other => other.Length > word.Length && other.Contains(word, StringComparison.OrdinalIgnoreCase)))
                .Take(MaxNamed)
                .Select(word => $"“{ShortText.Shorten(word, MaxShown)}”")
        );
}
