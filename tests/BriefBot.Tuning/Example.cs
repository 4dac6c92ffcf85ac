using BriefBot.Answers;
using BriefBot.Answers.Evaluation;
using BriefBot.Retrieval;

namespace BriefBot.Tuning;

/// <summary>A question of the training file with all that was found for it.</summary>
internal sealed record Example(EvaluationQuestion Question, QuestionMatch Match, SearchResult Found, IReadOnlyList<Candidate> Candidates)
{
    /// <summary>By which article it is kept out of training when it is measured: its own, else that of the best passage.</summary>
    public string Article => Question.Path ?? (Found.Passages.Count > 0 ? Found.Passages[0].Passage.Path : "");

    public bool Holds(Sentence sentence) => AnswerMatch.Holds(sentence.Text, Question.Answers);

    public RankedGroup ToGroup() => new(
        [.. Candidates.Select(candidate => candidate.Features)],
        [.. Candidates.Select(candidate => candidate.Source.Passage.Path == Question.Path && Holds(candidate.Sentence))]);
}
