using BriefBot.Answers.Choosing;
using BriefBot.Answers.Questions;
using BriefBot.Answers.Ranking;
using BriefBot.Answers.Sentences;
using BriefBot.Knowledge.Articles;
using BriefBot.Retrieval;
using Microsoft.Extensions.Options;

namespace BriefBot.Answers;

/// <summary>
/// Whether sentences that are true hold what was asked, by what a copied answer has to hold: they rest on a sentence that may answer a
/// question of this form and is sure enough to, which none is where the best that was found is not, and name the kind of thing that is asked for.
/// </summary>
internal sealed class Relevance(RankingModel model, ITextAnalyzer analyzer, IOptions<AnswersOptions> options)
{
    private readonly ConfidenceEstimate _confidence = new(model);

    /// <summary>How sure it is that they answer, from 0 to 1; null where they do not.</summary>
    /// <param name="findings">What was found for the question.</param>
    /// <param name="reading">What was found for it as a model read it, or null.</param>
    /// <param name="held">The sentences.</param>
    public double? Of(Findings findings, Findings? reading, HeldSentences held)
    {
        double?[] sure = [Of(findings, held), reading is null ? null : Of(reading, held)];
        return sure.Max();
    }

    /// <summary>Of sentences the most that answer best, in the order they were written in.</summary>
    public static IReadOnlyList<ComposedSentence> Best(IReadOnlyList<Findings> findings, HeldSentences held, int most)
    {
        double Worth(IReadOnlyList<(PassageSentences Source, Sentence Sentence)> evidence) => findings
            .SelectMany(found =>
                evidence.Select(one => BestWith(found, one.Source, one.Sentence)?.Score ?? double.MinValue))
            .Max();
        var best = held.Kept.Select((kept, i) => (kept.Sentence, Worth: Worth(kept.Evidence), Place: i)).OrderByDescending(one => one.Worth).Take(most);
        return [.. best.OrderBy(one => one.Place).Select(one => one.Sentence)];
    }

    private double? Of(Findings findings, HeldSentences held)
    {
        var best = held.Kept.SelectMany(kept => kept.Evidence.Select(evidence => Confidence(findings, evidence.Source, evidence.Sentence))).DefaultIfEmpty().Max();
        return best >= options.Value.SureFrom && HoldsTheKind(findings, held) ? best : null;
    }

    private double Confidence(Findings findings, PassageSentences source, Sentence sentence)
    {
        var scored = BestWith(findings, source, sentence);
        return scored is null ? 0 : Math.Min(Of(findings, [scored, .. findings.Fitting.Where(other => other != scored)]), Of(findings, findings.Fitting));
    }

    private static ScoredUnit? BestWith(Findings findings, PassageSentences source, Sentence sentence) =>
        findings.Fitting.FirstOrDefault(scored => scored.Candidate.Source.Passage.Id == source.Passage.Id && scored.Candidate.Unit.Ordinals.Contains(sentence.Ordinal));

    private double Of(Findings findings, IReadOnlyList<ScoredUnit> ranked) => _confidence.Of(findings.Found, ranked);

    /// <summary>Where a date, a number or a name is asked for, some sentence must say one, if the articles do.</summary>
    private bool HoldsTheKind(Findings findings, HeldSentences held)
    {
        if (findings.Match.Question.Expected is ExpectedAnswer.Anything or ExpectedAnswer.Reason or ExpectedAnswer.Manner or ExpectedAnswer.Definition)
        {
            return true;
        }

        var said = held.Kept.SelectMany(kept => PassageSentences.Of(Written(kept.Sentence.Text), analyzer).Sentences);
        return said.Any(sentence => ExpectedFact.In(findings.Match, sentence).Any());
    }

    private static Passage Written(string text) => new()
    {
        Path = "",
        Ordinal = 0,
        Title = "",
        Headings = [],
        Hash = "",
        Blocks = [new TextBlock { Text = text, Kind = BlockKind.Prose, Places = [new PlaceStart(0, 1)] }],
    };
}
