namespace BriefBot.Answers.Evaluation;

/// <summary>A question the bot got wrong, and what it said instead.</summary>
internal sealed record EvaluationFailure(string? Id, string? Kind, string Question, IReadOnlyList<string> Expected, string Said, double Confidence);
