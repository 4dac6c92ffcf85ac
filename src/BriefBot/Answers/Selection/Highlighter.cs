using BriefBot.Answers.Language;
using BriefBot.Answers.Ranking;

namespace BriefBot.Answers.Selection;

/// <summary>
/// Selects the one date, number or name of a reply that is the answer, or none. Each candidate, and none, has a probability (a softmax over
/// learned weights); a likely one is highlighted.
/// </summary>
internal sealed class Highlighter(RankingModel model)
{
    private readonly double[] _weights = [.. Enum.GetValues<HighlightFeature>().Select(feature => model.Mark.GetValueOrDefault(feature))];

    /// <summary>The sentence of the reply and the part of it; null where nothing is sure enough.</summary>
    /// <param name="match">The question.</param>
    /// <param name="reply">The sentences in their order.</param>
    public (int Sentence, Highlight Part)? Choose(QuestionMatch match, IReadOnlyList<Sentence> reply)
    {
        var (candidates, nothing) = (Candidates(match, reply), Math.Exp(_weights[(int)HighlightFeature.Nothing]));
        double[] likely = [.. candidates.Select(candidate => Math.Exp(Score(candidate.Features)))];
        if (likely.Length == 0 || likely.Max() / (likely.Sum() + nothing) < model.MarkAbove)
        {
            return null;
        }

        var (sentence, fact, _) = candidates[Array.IndexOf(likely, likely.Max())];
        return (sentence, new Highlight(fact.Start, fact.Length));
    }

    /// <summary>Returns the candidates in a reply with their features.</summary>
    public static IReadOnlyList<(int Sentence, Fact Fact, FeatureVector<HighlightFeature> Features)> Candidates(
        QuestionMatch match,
        IReadOnlyList<Sentence> reply
    ) =>
        [
            .. reply.SelectMany(
                (sentence, i) =>
                    new HighlightCandidates(match, sentence, i == 0).All().Select(candidate => (i, candidate.Fact, candidate.Features))
            ),
        ];

    private double Score(FeatureVector<HighlightFeature> features) =>
        features.Values.Zip(_weights, (feature, weight) => feature * weight).Sum();
}
