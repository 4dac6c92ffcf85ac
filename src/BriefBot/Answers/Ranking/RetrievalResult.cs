using BriefBot.Retrieval;

namespace BriefBot.Answers.Ranking;

/// <summary>What was found for a question, before any of it is judged.</summary>
/// <param name="Match">The question beside the index's statistics.</param>
/// <param name="Passages">The passages.</param>
/// <param name="Candidates">Their units.</param>
/// <param name="IsSemantic">Whether it is known of all candidates how near they are to the question in what they mean.</param>
internal sealed record RetrievalResult(QuestionMatch Match, SearchResult Passages, IReadOnlyList<Candidate> Candidates, bool IsSemantic)
{
    /// <summary>The day on which it was looked for.</summary>
    public required DateOnly Today { get; init; }
}
