namespace BriefBot.Retrieval;

/// <summary>A query of analyzed words only, so that chat text is never parsed as a query language.</summary>
/// <param name="Terms">The words that carry the question, in its order, each once.</param>
/// <param name="Limit">Maximum number of passages, from 1.</param>
public sealed record PassageQuery(IReadOnlyList<QueryTerm> Terms, int Limit);
