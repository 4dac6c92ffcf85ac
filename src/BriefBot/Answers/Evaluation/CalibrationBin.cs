namespace BriefBot.Answers.Evaluation;

/// <summary>Answers of like confidence: what was promised and what was kept.</summary>
/// <param name="From">The least confidence of the bin.</param>
/// <param name="To">The confidence at which the next bin begins.</param>
/// <param name="Answers">How many answers fall in.</param>
/// <param name="Confidence">Their mean confidence.</param>
/// <param name="Right">The share of them that is right.</param>
internal sealed record CalibrationBin(double From, double To, int Answers, double Confidence, double Right);
