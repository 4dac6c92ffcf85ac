using BriefBot.Answers.Evaluation;
using BriefBot.Answers.Ranking;
using BriefBot.Answers.Sentences;

namespace BriefBot.Tuning;

/// <summary>A question of the training file with all that was found for it.</summary>
/// <param name="Question">The question.</param>
/// <param name="Article">By which article it is kept out of training when it is measured.</param>
/// <param name="Found">What was found, as it is when the service is asked.</param>
internal sealed record Example(EvaluationQuestion Question, string Article, Found Found)
{
    public IReadOnlyList<Candidate> Candidates => Found.Candidates;

    public bool Holds(Sentence sentence) => AnswerMatch.Holds(sentence.Text, Question.Answers);

    public RankedGroup ToGroup() => new(
        [.. Candidates.Select(candidate => candidate.Features.Values)],
        [.. Candidates.Select(candidate => candidate.Source.Passage.Path == Question.Path && Holds(candidate.Sentence))]);
}
