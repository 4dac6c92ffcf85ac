namespace BriefBot.Answers.Entailment;

/// <summary>A clause of a statement with the words that belong to it.</summary>
/// <param name="Words">
/// Its words; where it has no verb of its own, those of the clause before too; where it leans on it, its subject.
/// </param>
/// <param name="Own">Its own.</param>
/// <param name="Statement">The statement.</param>
/// <param name="Clause">0-based index of the clause.</param>
internal sealed record EvidenceClause(
    IReadOnlyList<AnnotatedToken> Words,
    IReadOnlyList<AnnotatedToken> Own,
    ParsedSentence Statement,
    int Clause
)
{
    public static IReadOnlyList<EvidenceClause> Split(IReadOnlyList<ParsedSentence> statements)
    {
        var clauses = new List<EvidenceClause>();
        IReadOnlyList<AnnotatedToken> subject = [];
        foreach (var statement in statements)
        {
            foreach (var own in statement.Words.GroupBy(word => word.Clause).Select(group => group.ToArray()))
            {
                var isWhole = own[0].Clause == 0 || statement.Predicates.Any(predicate => predicate.Verb.Clause == own[0].Clause);
                var leans = own.Any(word => ClosedWords.IsPronoun(word.Lower)) || ClosedWords.IsAnd(own[0].Lower);
                clauses.Add(
                    new EvidenceClause(
                        !isWhole ? [.. clauses[^1].Words, .. own]
                            : leans ? [.. subject, .. own]
                            : own,
                        own,
                        statement,
                        own[0].Clause
                    )
                );
                subject =
                    statement
                        .Predicates.FirstOrDefault(predicate => predicate.Verb.Clause == own[0].Clause && predicate.Subject.Count > 0)
                        ?.Subject
                    ?? (own.Any(word => word.IsContent) && subject.Count == 0 ? [.. own.Where(word => word.IsContent).Take(3)] : subject);
            }
        }

        return clauses;
    }

    public IEnumerable<Negation> Denials => Statement.Denials.Where(denial => denial.Clause == Clause);
}
