using BriefBot.Answers;
using BriefBot.Answers.Ranking;
using BriefBot.Answers.Selection;

namespace BriefBot.Tuning;

/// <summary>The part of answering that a model decides.</summary>
internal sealed class Answering(RankingModel model)
{
    private readonly UnitRanking _ranking = new(model);
    private readonly ConfidenceModel _confidence = new(model);
    private readonly ReplyUnits _reply = new(model, new AnswersOptions().MaxSentences);

    public RankedUnits Judge(Example example) => RankedUnits.Create(example.Found, _ranking);

    public IReadOnlyList<QuotedText> Reply(RankedUnits retrieved) => _reply.Choose(retrieved);

    public double Confidence(RankedUnits retrieved) => _confidence.Score(retrieved.Found, retrieved.Fitting);
}
