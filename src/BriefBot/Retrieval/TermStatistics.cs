namespace BriefBot.Retrieval;

/// <summary>How common a term is in the index.</summary>
/// <param name="DocumentFrequency">How many passages hold it in their text, headings or title.</param>
/// <param name="Weight">
/// Its inverse document frequency, ln(1 + (N - n + 0.5) / (n + 0.5)) for n of N passages (Robertson and Zaragoza, The
/// Probabilistic Relevance Framework: BM25 and Beyond, 2009, eq. 3.3, with 1 added so that it is never negative).
/// </param>
public readonly record struct TermStatistics(int DocumentFrequency, double Weight);
