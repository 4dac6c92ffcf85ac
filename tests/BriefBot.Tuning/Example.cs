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

    /// <summary>The same as if nothing were known of what its words mean.</summary>
    public Example WithoutSimilarity() => this with
    {
        Found = Found with { IsSemantic = false, Candidates = [.. Found.Candidates.Select(candidate => candidate with { Features = Without(candidate.Features) })] },
    };

    private static FeatureValues Without(FeatureValues features)
    {
        var without = new FeatureValues();
        features.Values.CopyTo(without.Values, 0);
        without[Feature.Similarity] = 0;
        return without;
    }

    public RankedGroup ToGroup() => new(
        [.. Candidates.Select(candidate => candidate.Features.Values)],
        [.. Candidates.Select(candidate => candidate.Source.Passage.Path == Question.Path && Holds(candidate.Sentence))]);
}
