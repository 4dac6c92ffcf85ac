using BriefBot.Answers.Language;
using BriefBot.Answers.Ranking;
using BriefBot.Answers.Understanding;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Answers.Selection;

/// <summary>The ranked units of one question.</summary>
/// <param name="Found">The retrieval result.</param>
/// <param name="All">The units, best first.</param>
/// <param name="Fitting">The eligible units, best first.</param>
internal sealed record RankedUnits(RetrievalResult Found, IReadOnlyList<ScoredUnit> All, IReadOnlyList<ScoredUnit> Fitting)
{
    /// <summary>The units that hold for an earlier time.</summary>
    public IReadOnlyList<ScoredUnit> Older { get; init; } = [];

    /// <summary>Number of table rows from which the first unit was chosen for its value; 0 where none were compared.</summary>
    public int ComparedRows { get; init; }

    /// <summary>Number of items or rows of the first unit, where their number is asked for; otherwise 0.</summary>
    public int CountedItems { get; init; }

    /// <summary>
    /// Indicates whether the first unit is under the heading of a version that answers alone: which one is the newest, or when one was
    /// released.
    /// </summary>
    public bool IsOfAskedRelease =>
        Fitting.Count > 0
        && Fitting[0].Candidate.Source is { Passage.Release: not null } source
        && Match.IsAbove(source)
        && (Match.Question.AsksForRelease || (source.IsDated && Match.Question.Expected == AnswerType.Date));

    /// <summary>The question beside the index's statistics.</summary>
    public QuestionMatch Match => Found.Match;

    public static RankedUnits Create(RetrievalResult found, UnitRanking ranking)
    {
        var ranked = ranking.Rank(found);
        var (fitting, older, rows, items) = EligibilityFilter.Filter(found, ranked);
        return new RankedUnits(found, ranked, fitting)
        {
            Older = older,
            ComparedRows = rows,
            CountedItems = items,
        };
    }

    /// <summary>Indicates whether units were found and the form of the question rules all of them out.</summary>
    public bool IsRuledOut => All.Count > 0 && Fitting.Count == 0;

    /// <summary>Returns a copy without units of which a part was shown.</summary>
    public RankedUnits Without(IReadOnlyList<Citation> shown)
    {
        var quotes = shown.Select(citation => citation.Quote).ToArray();
        bool IsShown(Sentence sentence) => Array.Exists(quotes, quote => quote.Contains(sentence.Text, StringComparison.Ordinal));
        return this with { Fitting = [.. Fitting.Where(scored => !scored.Candidate.Sentences.Any(IsShown))] };
    }

    /// <summary>
    /// Returns a copy with only the units that contain <paramref name="side"/>, in their text, the sentence they refer to or their
    /// headings.
    /// </summary>
    public RankedUnits For(Compared side) =>
        this with
        {
            Fitting = [.. Fitting.Where(scored => Holds(scored.Candidate, side, alone: false))],
        };

    /// <summary>
    /// The same with the units only that hold every word of the question, in themselves or above them; first the section under a heading
    /// that does.
    /// </summary>
    public RankedUnits OnTopic()
    {
        bool HoldsAll(IEnumerable<string> words) => Match.Held(words).All(held => held);
        var holding = All.Where(scored =>
                HoldsAll(
                    scored
                        .Candidate.All.SelectMany(sentence => sentence.OwnWords)
                        .Select(word => word.Term)
                        .Concat(scored.Candidate.Source.Headings)
                        .Concat(scored.Candidate.Source.Title)
                )
            )
            .OrderByDescending(scored =>
                !HoldsAll(scored.Candidate.Source.Heading) ? 0
                : scored.Candidate.Unit.Kind == UnitKind.Section ? 2
                : 1
            );
        return this with { Fitting = Match.Terms.Count == 0 ? [] : [.. holding] };
    }

    /// <summary>Returns whether a unit speaks of <paramref name="side"/>; a table row speaks of its first cell.</summary>
    /// <param name="candidate">The unit.</param>
    /// <param name="side">One of two that are compared.</param>
    /// <param name="alone">Whether headings and preceding sentences of prose do not count.</param>
    public bool Holds(Candidate candidate, Compared side, bool alone)
    {
        var terms = Match.Terms.Where(term => side.Terms.Contains(term.Term)).Select(term => term.Term);
        var words =
            candidate.Unit.Kind == UnitKind.TableRow ? FirstCell(candidate.Source.Sentences[candidate.Unit.First])
            : alone ? candidate.All.SelectMany(sentence => sentence.OwnWords).Select(word => word.Term)
            : candidate.Spoken().Concat(candidate.Source.Headings);
        return terms.All(words.ToHashSet().Contains);
    }

    private static IEnumerable<string> FirstCell(Sentence row)
    {
        var end = row.Text.IndexOf(" | ", StringComparison.Ordinal) is >= 0 and var at ? at : row.Text.Length;
        return row.OwnWords.Where(word => word.Start < end).Select(word => word.Term);
    }
}
