using BriefBot.Retrieval;

namespace BriefBot.Answers.Ranking;

/// <summary>The candidates retrieved for a question, before ranking.</summary>
/// <param name="Match">The question beside the index's statistics.</param>
/// <param name="Passages">The passages.</param>
/// <param name="Candidates">Their units.</param>
/// <param name="IsSemantic">Whether the similarity of all candidates is known.</param>
internal sealed record RetrievalResult(QuestionMatch Match, SearchResult Passages, IReadOnlyList<Candidate> Candidates, bool IsSemantic)
{
    /// <summary>The day on which it was looked for.</summary>
    public required DateOnly Today { get; init; }
}
