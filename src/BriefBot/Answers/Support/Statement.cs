using BriefBot.Retrieval;

namespace BriefBot.Answers.Support;

/// <summary>A sentence as far as the check understands it: its words in clauses, its numbers and dates, what is denied, who does what. Immutable.</summary>
internal sealed class Statement
{
    public Statement(string text, ITextAnalyzer analyzer)
    {
        Text = text;
        Words = StatementWords.In(text, analyzer);
        (Dates, var dateWords) = WrittenDates.In(Words);
        Quantities = WrittenQuantities.In(Words, dateWords.Contains);
        DateWords = dateWords;
        Denials = Denial.In(Words);
        Deeds = Deed.In(Words, dateWords);
    }

    public string Text { get; }

    public IReadOnlyList<SaidWord> Words { get; }

    public IReadOnlyList<SaidDate> Dates { get; }

    public IReadOnlyList<Quantity> Quantities { get; }

    /// <summary>The places of the words that make dates.</summary>
    public IReadOnlySet<int> DateWords { get; }

    public IReadOnlyList<Denial> Denials { get; }

    public IReadOnlyList<Deed> Deeds { get; }

    public bool IsVerb(SaidWord word) => Deeds.Any(deed => deed.Verb.Index == word.Index);

    /// <summary>Whether a word stands for what a clause speaks of, and nothing beside it does.</summary>
    public bool IsSubject(SaidWord word, Evidence evidence) =>
        Deeds.Any(deed => deed.Subject.Contains(word) && deed.Subject.All(other => evidence.Held(other) == 0));

    /// <summary>Whether a word is the first of a number.</summary>
    public bool IsNumber(SaidWord word) => word.IsFigure || Quantities.Any(quantity => quantity.Word == word.Index);

    /// <summary>Words that a passage has to hold, dates and numbers left out.</summary>
    public IEnumerable<SaidWord> Content => Words.Where(word => word.IsContent && !DateWords.Contains(word.Index));
}
