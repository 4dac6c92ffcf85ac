namespace BriefBot.Answers.Entailment;

/// <summary>The evidence in an article: statements in order, and the words around them that name their subject.</summary>
/// <param name="Statements">At least one.</param>
/// <param name="Around">Title, headings and header, as statements.</param>
internal sealed record Evidence(IReadOnlyList<ParsedSentence> Statements, IReadOnlyList<ParsedSentence> Around)
{
    private readonly AnnotatedToken[] _words = [.. Statements.Concat(Around).SelectMany(statement => statement.Words)];

    public IEnumerable<AnnotatedToken> Words => _words;

    /// <summary>The statements given as proof, or the likeliest ones; all of them where that is unknown.</summary>
    public IReadOnlyList<ParsedSentence> Quoted { get; init; } = Statements;

    /// <summary>The quoted words themselves; empty where none are given.</summary>
    public IReadOnlyList<ParsedSentence> Copied { get; init; } = [];

    /// <summary>Clause by clause.</summary>
    public IReadOnlyList<EvidenceClause> Clauses { get; } = EvidenceClause.Split(Statements);

    public IEnumerable<Predicate> Predicates => Statements.SelectMany(statement => statement.Predicates);

    public IEnumerable<Quantity> Quantities => Statements.Concat(Around).SelectMany(statement => statement.Quantities);

    /// <summary>The units of rates: "a day", "per minute".</summary>
    public IEnumerable<string> Rates => Statements.Concat(Around).SelectMany(statement => statement.Rates);

    public IEnumerable<DateMention> Dates => Statements.Concat(Around).SelectMany(statement => statement.Dates.Concat(statement.Between));

    /// <summary>Returns how well a word is covered, from 0 to 1.</summary>
    public double Held(AnnotatedToken word) => _words.Select(other => SameMeaning.Score(word, other)).DefaultIfEmpty().Max();

    /// <summary>The other statements of the passage.</summary>
    public IReadOnlyList<ParsedSentence> Elsewhere { get; init; } = [];

    /// <summary>Returns whether a word is covered by other parts of the passage.</summary>
    public bool IsElsewhere(AnnotatedToken word) =>
        Elsewhere.Any(statement => statement.Words.Any(other => SameMeaning.Score(word, other) > 0));

    /// <summary>Returns whether it contains a name, in any case.</summary>
    public bool Names(AnnotatedToken word) => _words.Any(other => other.Lower == word.Lower || other.Term == word.Term);

    /// <summary>Returns whether it contains these words verbatim, white space folded.</summary>
    public bool Quotes(string quote) =>
        Statements.Any(statement => QuotedWords.Fold(statement.Text).Contains(QuotedWords.Fold(quote), StringComparison.OrdinalIgnoreCase));
}
