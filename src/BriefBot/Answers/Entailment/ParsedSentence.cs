using BriefBot.Retrieval;

namespace BriefBot.Answers.Entailment;

/// <summary>A sentence parsed for entailment: words in clauses, numbers and dates, negations, predicates. Immutable.</summary>
internal sealed class ParsedSentence
{
    public ParsedSentence(string text, ITextAnalyzer analyzer)
    {
        Text = text;
        Words = StatementWords.Parse(text, analyzer);
        (Dates, var dateWords) = DateReader.Read(Words);
        var isRow = text.Contains(" | ", StringComparison.Ordinal);
        Quantities = [.. QuantityReader.Read(Words, dateWords.Contains).Select(quantity => quantity with { IsCell = isRow })];
        DateWords = dateWords;
        Between = [.. DateReader.Between(Words, Dates)];
        Denials = Negation.Parse(Words);
        Predicates = Predicate.Parse(Words, dateWords);
    }

    public string Text { get; }

    public IReadOnlyList<AnnotatedToken> Words { get; }

    public IReadOnlyList<DateMention> Dates { get; }

    /// <summary>Days of the week and months that lie between two that are given.</summary>
    public IReadOnlyList<DateMention> Between { get; }

    public IReadOnlyList<Quantity> Quantities { get; }

    /// <summary>The places of the words that make dates.</summary>
    public IReadOnlySet<int> DateWords { get; }

    public IReadOnlyList<Negation> Denials { get; }

    public IReadOnlyList<Predicate> Predicates { get; }

    private bool IsOne(AnnotatedToken word)
    {
        string Before(int count) => word.Index >= count ? Words[word.Index - count].Lower : "";
        var after = word.Index + 1 < Words.Count ? Words[word.Index + 1] : null;
        if (after?.Lower == "of" || (word.Lower == "cent" && Before(1) == "per"))
        {
            // "Every quarter of an hour", "per cent".
            return false;
        }

        return word.Lower
                is "hourly"
                    or "daily"
                    or "nightly"
                    or "weekly"
                    or "fortnightly"
                    or "monthly"
                    or "quarterly"
                    or "yearly"
                    or "annually"
                    or "annual"
            || word.Before == "/"
            || Before(1) is "per" or "each" or "every"
            || (Before(2) is "per" or "each" or "every" && Words[word.Index - 1].IsContent && !QuantityReader.IsNumber(Before(1)))
            || (
                Before(1) is "a" or "an" or "one"
                && Before(2) is not ("half" or "of")
                && !(after is { Before: "", IsContent: true } && !ClosedWords.IsLight(after.Lower))
                && !Quantities.Any(quantity => quantity.Word <= word.Index && word.Index < quantity.End)
            );
    }

    public bool IsVerb(AnnotatedToken word) => Predicates.Any(predicate => predicate.Verb.Index == word.Index);

    /// <summary>Returns whether a word is the subject of a clause and the only one.</summary>
    public bool IsSubject(AnnotatedToken word, Evidence evidence) =>
        Predicates.Any(predicate => predicate.Subject.Contains(word) && predicate.Subject.All(other => evidence.Held(other) == 0));

    /// <summary>Returns whether a word is the first of a number.</summary>
    public bool IsNumber(AnnotatedToken word) => word.IsFigure || Quantities.Any(quantity => quantity.Word == word.Index);

    /// <summary>The units of its rates: "a day", "per minute", "hourly".</summary>
    public IEnumerable<string> Rates =>
        Words.Where(word => !DateWords.Contains(word.Index) && IsOne(word)).Select(word => Units.Find(word.Lower)).OfType<string>();

    /// <summary>Words that a passage has to hold, dates and numbers left out.</summary>
    public IEnumerable<AnnotatedToken> Content => Words.Where(word => word.IsContent && !DateWords.Contains(word.Index));
}
