using BriefBot.Answers;
using BriefBot.Answers.Choosing;
using BriefBot.Answers.Ranking;

namespace BriefBot.Tuning;

/// <summary>The part of answering that a model decides.</summary>
internal sealed class Answering(RankingModel model)
{
    private readonly UnitRanking _ranking = new(model);
    private readonly ConfidenceEstimate _confidence = new(model);
    private readonly ReplyUnits _reply = new(model, new AnswersOptions().MaxSentences);

    public Findings Judge(Example example) => Findings.Of(example.Found, _ranking);

    public IReadOnlyList<QuotedText> Reply(Findings findings) => _reply.Choose(findings);

    public double Confidence(Findings findings) => _confidence.Of(findings.Found, findings.Fitting);
}
