using BriefBot.Answers.Language;
using BriefBot.Answers.Ranking;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Answers.Selection;

/// <summary>Finds the list or table to count when a number of things is asked for and no text gives it.</summary>
internal static class CountedEntries
{
    /// <summary>Minimum share of the question's other words there.</summary>
    private const double LeastHeld = 0.5;

    /// <summary>
    /// Returns the list or table before all other units, and how many items or rows it has; the units as they are and 0 where there is
    /// none, or the number is written.
    /// </summary>
    public static (IReadOnlyList<ScoredUnit> Units, int Count) Select(QuestionMatch match, IReadOnlyList<ScoredUnit> ranked)
    {
        var asked = match.Question.AskedFor;
        if (!match.Question.Words.Contains("many") || asked.Count == 0 || ranked.Count == 0 || IsCounted(match, ranked[0].Candidate))
        {
            return (ranked, 0);
        }

        bool IsOfAsked(Candidate candidate) => Above(candidate).Intersect(asked).Count() == asked.Count && HoldsRest(match, candidate);
        var whole = ranked.FirstOrDefault(scored =>
            scored.Candidate.Unit.Kind is UnitKind.List or UnitKind.Table && IsOfAsked(scored.Candidate)
        );
        if (whole is null)
        {
            return (ranked, 0);
        }

        var others = ranked.Where(other => other.Candidate.Source.Passage.Id != whole.Candidate.Source.Passage.Id);
        return ([whole with { Score = ranked[0].Score }, .. others], Count(whole.Candidate));
    }

    /// <summary>
    /// Returns whether the best unit says how many: a sentence with a number of them, or a table with a column of that name, other than the
    /// first.
    /// </summary>
    private static bool IsCounted(QuestionMatch match, Candidate best)
    {
        if (best.Unit.Kind is not (UnitKind.TableRow or UnitKind.Table))
        {
            return AskedRelation.GivesCount(match, best);
        }

        return best.Source.Sentences[best.Unit.First].Header is not { } ordinal
            || best.Source.Sentences[ordinal] is not { } header
            || header.OwnWords.Any(word =>
                word.Start > header.Text.IndexOf(" | ", StringComparison.Ordinal) && match.Question.AskedFor.Contains(word.Term)
            );
    }

    /// <summary>Returns whether the question's other words are in the title, the headings or the list.</summary>
    private static bool HoldsRest(QuestionMatch match, Candidate candidate)
    {
        var held = match.Related([
            .. candidate.All.SelectMany(sentence => sentence.Words).Select(word => word.Term),
            .. candidate.Source.Title,
            .. candidate.Source.Headings,
        ]);
        var weights = match.Terms.Select((term, i) => match.Question.AskedFor.Contains(term.Term) ? 0 : match.Weights[i]).ToArray();
        return weights.Sum() <= 0 || QuestionMatch.Weighted(held, weights) >= LeastHeld;
    }

    private static IEnumerable<string> Above(Candidate candidate) =>
        candidate.Source.Heading.Concat(
            candidate.Unit.Introduction.SelectMany(ordinal => candidate.Source.Sentences[ordinal].OwnWords).Select(word => word.Term)
        );

    private static int Count(Candidate candidate)
    {
        if (candidate.Unit.Kind == UnitKind.Table)
        {
            return candidate.Sentences.Count();
        }

        var items = candidate.Sentences.Where(sentence => sentence.Block.BeginsItem).DistinctBy(sentence => sentence.Block).ToArray();
        return items.Count(item => item.Block.Depth == items.Min(other => other.Block.Depth)) + candidate.Unit.ItemsLeft;
    }
}
