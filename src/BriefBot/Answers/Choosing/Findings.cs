using BriefBot.Answers.Questions;
using BriefBot.Answers.Ranking;
using BriefBot.Answers.Sentences;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Answers.Choosing;

/// <summary>What was found for one question, judged.</summary>
/// <param name="Found">What was found.</param>
/// <param name="All">Its sentences, best first.</param>
/// <param name="Fitting">Those that can answer a question of its form, best first.</param>
internal sealed record Findings(Found Found, IReadOnlyList<ScoredSentence> All, IReadOnlyList<ScoredSentence> Fitting)
{
    /// <summary>The question beside the index's statistics.</summary>
    public QuestionMatch Match => Found.Match;

    public static Findings Of(Found found, SentenceRanking ranking)
    {
        var ranked = ranking.Rank(found);
        return new Findings(found, ranked, Choosing.Fitting.Of(found.Match, ranked));
    }

    /// <summary>Whether sentences were found and the form of the question rules all of them out.</summary>
    public bool IsRuledOut => All.Count > 0 && Fitting.Count == 0;

    /// <summary>The same without the sentences that were shown, wherever they stand.</summary>
    public Findings Without(IReadOnlyList<Citation> shown)
    {
        var quotes = shown.Select(citation => citation.Quote).ToHashSet();
        return this with { Fitting = [.. Fitting.Where(scored => !quotes.Contains(scored.Sentence.Text))] };
    }

    /// <summary>The same with those only that hold <paramref name="side"/>, in themselves, in what they lean on or in their headings.</summary>
    public Findings Of(Compared side) => this with { Fitting = [.. Fitting.Where(scored => Holds(scored.Candidate, side, alone: false))] };

    /// <summary>Whether a sentence speaks of <paramref name="side"/>; a row of a table speaks of what its first cell names.</summary>
    /// <param name="candidate">The sentence.</param>
    /// <param name="side">One of two that are compared.</param>
    /// <param name="alone">Of prose, whether its headings and what it leans on do not count.</param>
    public bool Holds(Candidate candidate, Compared side, bool alone)
    {
        var terms = Match.Terms.Where(term => side.Terms.Contains(term.Term)).Select(term => term.Term);
        var sentence = candidate.Sentence;
        var words = sentence.Block.Kind == BlockKind.TableRow ? sentence.OwnWords.Where(word => word.Start < FirstCell(sentence)).Select(word => word.Term)
            : alone ? sentence.Words.Select(word => word.Term)
            : candidate.Spoken().Concat(candidate.Source.Headings);
        return terms.All(words.ToHashSet().Contains);
    }

    private static int FirstCell(Sentence row) => row.Text.IndexOf(" | ", StringComparison.Ordinal) is >= 0 and var end ? end : row.Text.Length;
}
