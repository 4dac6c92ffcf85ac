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

    public RankedUnits Judge(Example example) => RankedUnits.Of(example.Found, _ranking);

    public IReadOnlyList<QuotedText> Reply(RankedUnits findings) => _reply.Choose(findings);

    public double Confidence(RankedUnits findings) => _confidence.Score(findings.Found, findings.Fitting);
}
