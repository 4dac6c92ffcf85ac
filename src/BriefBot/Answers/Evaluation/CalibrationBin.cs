namespace BriefBot.Answers.Evaluation;

/// <summary>Answers of similar confidence: the predicted and the actual share of right ones.</summary>
/// <param name="From">The least confidence of the bin.</param>
/// <param name="To">The confidence at which the next bin begins.</param>
/// <param name="Answers">Number of answers in the bin.</param>
/// <param name="Confidence">Their mean confidence.</param>
/// <param name="Right">The share of them that is right.</param>
internal sealed record CalibrationBin(double From, double To, int Answers, double Confidence, double Right);
