using BriefBot.Answers.Sentences;

namespace BriefBot.Answers.Ranking;

/// <summary>A candidate and its score: greater is better, comparable within one question only.</summary>
internal sealed record ScoredSentence(Candidate Candidate, double Score)
{
    public Sentence Sentence => Candidate.Sentence;
}
