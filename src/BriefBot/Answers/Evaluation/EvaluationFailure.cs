namespace BriefBot.Answers.Evaluation;

/// <summary>A question that was answered wrongly, with the reply.</summary>
internal sealed record EvaluationFailure(string? Id, string? Kind, string Question, IReadOnlyList<string> Expected, string Said, double Confidence);
