namespace BriefBot.Tuning;

/// <summary>What a model made of an example that it was not trained on.</summary>
internal sealed record Measured(Example Example, bool TopRight, bool FirstRight, bool ReplyRight, int Sentences, int Words, double Confidence)
{
    public static Measured Of(Example example, Answering answering)
    {
        var findings = answering.Judge(example);
        var (ranked, reply) = (findings.Fitting, answering.Reply(findings));
        return new Measured(
            example,
            ranked.Count > 0 && example.Holds(ranked[0].Sentence),
            reply.Count > 0 && example.Holds(reply[0].Sentence),
            reply.Any(candidate => example.Holds(candidate.Sentence)),
            reply.Count,
            reply.Sum(candidate => candidate.Sentence.Text.Split(' ').Length),
            answering.Confidence(findings));
    }
}
