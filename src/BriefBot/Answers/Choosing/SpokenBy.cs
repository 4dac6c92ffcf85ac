using BriefBot.Answers.Questions;
using BriefBot.Answers.Ranking;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Answers.Choosing;

/// <summary>Of what was asked of a speaker, the sentences that give the speaker's words about it.</summary>
internal static class SpokenBy
{
    /// <summary>How much of what it is said about must stand in or above the sentence.</summary>
    private const double LeastAbout = 0.4;

    public static IReadOnlyList<ScoredUnit> Of(Saying saying, QuestionMatch match, IReadOnlyList<ScoredUnit> ranked)
    {
        if (saying.Speaker.Count == 0)
        {
            return ranked;
        }

        var said = ranked.Where(scored => scored.Candidate.Unit.Kind != UnitKind.Section && Attribution.IsTo(saying.Speaker, scored.Candidate)).ToArray();
        var about = said.Where(scored => About(saying, match, scored.Candidate) >= LeastAbout).ToArray();
        // "What does the treaty say": what is no name in the articles needs no word of speech.
        return about.Length == 0 && (saying.IsLoose || (said.Length == 0 && ranked.Any(scored => IsOnlyAThing(saying, scored)))) ? ranked : about;
    }

    private static bool IsOnlyAThing(Saying saying, ScoredUnit scored) =>
        scored.Candidate.Sentences.Any(sentence => sentence.OwnWords.Any(word => saying.Speaker.Contains(word.Term) && char.IsLower(sentence.Text[word.Start])));

    private static double About(Saying saying, QuestionMatch match, Candidate candidate)
    {
        var held = match.Related([.. candidate.All.SelectMany(sentence => sentence.OwnWords).Select(word => word.Term), .. candidate.Source.Headings, .. candidate.Source.Title]);
        var weights = match.Terms.Select((term, i) => saying.Speaker.Contains(term.Term) ? 0 : match.Weights[i]).ToArray();
        return weights.Sum() == 0 ? 1 : QuestionMatch.Weighted(held, weights);
    }
}
