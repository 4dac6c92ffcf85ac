namespace BriefBot.Answers.Entailment;

/// <summary>What stands in an article: statements in their order, and words around them that say what they speak of.</summary>
/// <param name="Statements">At least one.</param>
/// <param name="Around">Title, headings and header, as statements.</param>
internal sealed record Evidence(IReadOnlyList<ParsedSentence> Statements, IReadOnlyList<ParsedSentence> Around)
{
    private readonly AnnotatedToken[] _words = [.. Statements.Concat(Around).SelectMany(statement => statement.Words)];

    public IEnumerable<AnnotatedToken> Words => _words;

    /// <summary>Those of the statements that are given as a proof, or are the likeliest; all of them where that is not known.</summary>
    public IReadOnlyList<ParsedSentence> Quoted { get; init; } = Statements;

    /// <summary>Those very words; empty where none are given.</summary>
    public IReadOnlyList<ParsedSentence> Copied { get; init; } = [];

    /// <summary>Clause by clause.</summary>
    public IReadOnlyList<EvidenceClause> Clauses { get; } = EvidenceClause.Split(Statements);

    public IEnumerable<Predicate> Deeds => Statements.SelectMany(statement => statement.Deeds);

    public IEnumerable<Quantity> Quantities => Statements.Concat(Around).SelectMany(statement => statement.Quantities);

    /// <summary>The units of which they speak as one.</summary>
    public IEnumerable<string> Rates => Statements.Concat(Around).SelectMany(statement => statement.Rates);

    public IEnumerable<DateMention> Dates => Statements.Concat(Around).SelectMany(statement => statement.Dates.Concat(statement.Between));

    /// <summary>How far a word is held, from 0 to 1.</summary>
    public double Held(AnnotatedToken word) => _words.Select(other => SameMeaning.Score(word, other)).DefaultIfEmpty().Max();

    /// <summary>The other statements of the passage.</summary>
    public IReadOnlyList<ParsedSentence> Elsewhere { get; init; } = [];

    /// <summary>Whether a word is held by what stands elsewhere in the passage.</summary>
    public bool IsElsewhere(AnnotatedToken word) => Elsewhere.Any(statement => statement.Words.Any(other => SameMeaning.Score(word, other) > 0));

    /// <summary>Whether a name stands there, in whatever case.</summary>
    public bool Names(AnnotatedToken word) => _words.Any(other => other.Lower == word.Lower || other.Term == word.Term);

    /// <summary>Whether these words stand there as they are, white space folded.</summary>
    public bool Quotes(string quote) => Statements.Any(statement => QuotedWords.Fold(statement.Text).Contains(QuotedWords.Fold(quote), StringComparison.OrdinalIgnoreCase));
}
