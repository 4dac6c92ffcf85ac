namespace BriefBot.Retrieval;

/// <summary>What became of a word that was looked for.</summary>
/// <param name="Asked">The word as the query had it.</param>
/// <param name="DocumentFrequency">How many passages hold the term, or the commonest of its synonyms, in their text, headings or title.</param>
/// <param name="Weight">
/// Its inverse document frequency, ln(1 + (N - n + 0.5) / (n + 0.5)) for n of N passages (Robertson and Zaragoza, The
/// Probabilistic Relevance Framework: BM25 and Beyond, 2009, section 3.4, with 1 added so that it is never negative),
/// times the query's boost; where a synonym is commoner than the term, that of the synonym's words.
/// </param>
public sealed record FoundTerm(QueryTerm Asked, int DocumentFrequency, double Weight)
{
    /// <summary>The analysed form that was looked for.</summary>
    public string Term => Asked.Term;
}
