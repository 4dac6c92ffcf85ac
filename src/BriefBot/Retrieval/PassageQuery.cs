namespace BriefBot.Retrieval;

/// <summary>What is looked for: analysed words only, so that no chat text is ever read as a query language.</summary>
/// <param name="Terms">The words that carry the question, in its order, each once.</param>
/// <param name="Limit">How many passages at the most, from 1.</param>
public sealed record PassageQuery(IReadOnlyList<QueryTerm> Terms, int Limit);
