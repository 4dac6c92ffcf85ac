namespace BriefBot.Retrieval;

/// <summary>A term of a query with its statistics.</summary>
/// <param name="Asked">The word as the query had it.</param>
/// <param name="DocumentFrequency">
/// Number of passages that hold the term, or the most frequent of its synonyms, in text, headings or title.
/// </param>
/// <param name="Weight">
/// Its inverse document frequency, ln(1 + (N - n + 0.5) / (n + 0.5)) for n of N passages (Robertson and Zaragoza, The Probabilistic
/// Relevance Framework: BM25 and Beyond, 2009, section 3.4, with 1 added so that it is never negative), times the query's boost; with a
/// more frequent synonym, that of the synonym's words.
/// </param>
public sealed record FoundTerm(QueryTerm Asked, int DocumentFrequency, double Weight)
{
    /// <summary>The analysed form that was looked for.</summary>
    public string Term => Asked.Term;
}
