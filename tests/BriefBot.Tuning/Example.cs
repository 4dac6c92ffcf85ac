using BriefBot.Answers.Evaluation;
using BriefBot.Answers.Language;
using BriefBot.Answers.Ranking;
using BriefBot.Answers.Selection;

namespace BriefBot.Tuning;

/// <summary>A question with all that was found for it.</summary>
/// <param name="Question">The question.</param>
/// <param name="Group">By which it is kept out of training when it is measured: its article, its folder, or its project's
/// documentation.</param>
/// <param name="Found">What was found, as it is when the service is asked.</param>
internal sealed record Example(EvaluationQuestion Question, string Group, RetrievalResult Found)
{
    /// <summary>The set that it is of.</summary>
    public required QuestionSet Set { get; init; }

    public IReadOnlyList<Candidate> Candidates => Found.Candidates;

    /// <summary>Returns whether a sentence holds an answer.</summary>
    public bool Holds(Sentence sentence) => AnswerMatch.Holds(sentence.Text, Question.Answers);

    /// <summary>Returns whether a unit, said with its introduction, answers.</summary>
    public bool Holds(Candidate candidate) =>
        IsRight(
            ReplyUnits.Whole(Found.Match, candidate).Select(quotation => quotation.Text).Prepend(candidate.Source.Passage.Section),
            [candidate.Source.Passage.Path]
        );

    /// <summary>Returns whether a reply is right, said under its sections.</summary>
    public bool IsRight(IReadOnlyList<QuotedText> reply) =>
        IsRight(
            reply.SelectMany(quoted => new[] { quoted.Source.Passage.Section, quoted.Text }),
            reply.Select(quoted => quoted.Source.Passage.Path)
        );

    /// <summary>Returns whether a reply of these texts, from these articles, is right.</summary>
    public bool IsRight(IEnumerable<string> texts, IEnumerable<string> paths) =>
        Question.Answerable
        && AnswerMatch.IsRight(Question, string.Join('\n', texts))
        && (!Set.MustCite || AnswerMatch.IsCited(Question, paths));

    /// <summary>The same as if nothing were known of what its words mean.</summary>
    public Example WithoutSimilarity() =>
        this with
        {
            Found = Found with
            {
                IsSemantic = false,
                Candidates = [.. Found.Candidates.Select(candidate => candidate with { Features = Without(candidate.Features) })],
            },
        };

    private static FeatureVector<RankingFeature> Without(FeatureVector<RankingFeature> features)
    {
        var without = new FeatureVector<RankingFeature>();
        features.Values.CopyTo(without.Values, 0);
        without[RankingFeature.Similarity] = without[RankingFeature.PassageSimilarity] = 0;
        return without;
    }

    /// <summary>
    /// Returns the candidates' features and which of them answer; where none answers wholly, those that hold an answer do.
    /// </summary>
    public RankedGroup ToGroup()
    {
        bool[] right =
        [
            .. Candidates.Select(candidate => Holds(candidate) && AnswerMatch.IsCited(Question, [candidate.Source.Passage.Path])),
        ];
        if (!right.Contains(true))
        {
            right =
            [
                .. Candidates.Select(candidate =>
                    AnswerMatch.IsCited(Question, [candidate.Source.Passage.Path])
                    && AnswerMatch.Holds(
                        string.Join('\n', candidate.All.Select(sentence => sentence.Text)),
                        [.. Question.Answers, .. Question.All]
                    )
                ),
            ];
        }

        return new RankedGroup([.. Candidates.Select(candidate => candidate.Features.Values)], right);
    }
}
