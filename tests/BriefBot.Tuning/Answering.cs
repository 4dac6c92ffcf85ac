using BriefBot.Answers.Choosing;
using BriefBot.Answers.Ranking;

namespace BriefBot.Tuning;

/// <summary>The part of answering that a model decides.</summary>
internal sealed class Answering(RankingModel model)
{
    private readonly SentenceRanking _ranking = new(model);
    private readonly ConfidenceEstimate _confidence = new(model);
    private readonly ReplySentences _reply = new(model, 3);

    public IReadOnlyList<ScoredSentence> Rank(Example example) => Fitting.Of(example.Match, _ranking.Rank(example.Candidates));

    public IReadOnlyList<Candidate> Reply(Example example, IReadOnlyList<ScoredSentence> ranked) => _reply.Choose(example.Match, ranked);

    public double Confidence(Example example, IReadOnlyList<ScoredSentence> ranked) => _confidence.Of(example.Match, example.Found, ranked);
}
