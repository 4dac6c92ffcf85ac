namespace BriefBot.Tuning;

/// <summary>One question's candidates: their features, and which of them hold the answer.</summary>
internal sealed record RankedGroup(double[][] Features, bool[] Right);
