namespace BriefBot.Answers.Ranking;

/// <summary>A candidate and its score: greater is better, comparable within one question only.</summary>
internal sealed record ScoredUnit(Candidate Candidate, double Score);
