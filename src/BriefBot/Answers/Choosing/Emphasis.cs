using BriefBot.Answers.Ranking;
using BriefBot.Answers.Sentences;

namespace BriefBot.Answers.Choosing;

/// <summary>
/// Chooses what to mark in a reply: the one date, number or name that the words around it make the answer, or nothing. Of all
/// that may be, and of nothing, each has a probability (a softmax over learned weights); what is likely enough is marked.
/// </summary>
internal sealed class Emphasis(RankingModel model)
{
    private readonly double[] _weights = [.. Enum.GetValues<MarkSign>().Select(sign => model.Mark.GetValueOrDefault(sign))];

    /// <summary>The sentence of the reply and the part of it; null where nothing is sure enough.</summary>
    /// <param name="match">The question.</param>
    /// <param name="reply">The sentences in their order.</param>
    public (int Sentence, Highlight Part)? Choose(QuestionMatch match, IReadOnlyList<Sentence> reply)
    {
        var (candidates, nothing) = (Candidates(match, reply), Math.Exp(_weights[(int)MarkSign.Nothing]));
        double[] likely = [.. candidates.Select(candidate => Math.Exp(Score(candidate.Signs)))];
        if (likely.Length == 0 || likely.Max() / (likely.Sum() + nothing) < model.MarkAbove)
        {
            return null;
        }

        var (sentence, fact, _) = candidates[Array.IndexOf(likely, likely.Max())];
        return (sentence, new Highlight(fact.Start, fact.Length));
    }

    /// <summary>What may be marked in a reply, with what tells of each.</summary>
    public static IReadOnlyList<(int Sentence, Fact Fact, MarkSignValues Signs)> Candidates(QuestionMatch match, IReadOnlyList<Sentence> reply) =>
        [.. reply.SelectMany((sentence, i) => new MarkCandidates(match, sentence, i == 0).All().Select(candidate => (i, candidate.Fact, candidate.Signs)))];

    private double Score(MarkSignValues signs) => signs.Values.Zip(_weights, (sign, weight) => sign * weight).Sum();
}
