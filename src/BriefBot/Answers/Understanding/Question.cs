using BriefBot.Answers.Language;
using BriefBot.Retrieval;

namespace BriefBot.Answers.Understanding;

/// <summary>A question as it is understood.</summary>
internal sealed record Question
{
    /// <summary>What is asked, its spelling settled, with what the folder's synonyms say for its words, after what it leans on.</summary>
    public required string Text { get; init; }

    /// <summary>What is asked without what it leans on; null where it leans on nothing.</summary>
    public string? Own { get; init; }

    /// <summary>The words that carry it, in order, each once; those of an earlier question at a lower boost.</summary>
    public required IReadOnlyList<QueryTerm> Terms { get; init; }

    /// <summary>What it asks for.</summary>
    public required AnswerType Expected { get; init; }

    /// <summary>The analysed forms of what is asked for by name, as "year" in "in which year": it need not stand beside its answer.</summary>
    public required IReadOnlySet<string> AskedFor { get; init; }

    /// <summary>Whether it asks for who or what does something, as "who founded it", and not for what is done.</summary>
    public bool AsksForSubject { get; init; }

    /// <summary>The words that say which one of several is meant.</summary>
    public IReadOnlyList<Detail> Details { get; init; } = [];

    /// <summary>The versions, years and identifiers that it names, in lower case.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>The years that it names, with their month and day where it names them.</summary>
    public IReadOnlyList<AskedDay> Days { get; init; } = [];

    /// <summary>Of several the one with the most or the least of something; null where that is not asked for.</summary>
    public Superlative? Superlative { get; init; }

    /// <summary>For which time it is asked.</summary>
    public AskedTime Time { get; init; }

    /// <summary>Whether the newest version or release is asked for.</summary>
    public bool AsksForRelease => Time.IsNow && Codes.Count == 0 && Words.Overlaps(["version", "release"]);

    /// <summary>Whether it is answered by yes or no.</summary>
    public bool IsYesNo { get; init; }

    /// <summary>The property that is asked for, or null.</summary>
    public AskedProperty? Property { get; init; }

    /// <summary>Whether it is in another language than English.</summary>
    public bool IsForeign { get; init; }

    /// <summary>What it wants beyond the sentence that fits best, or null.</summary>
    public QuestionIntent? Form { get; init; }

    /// <summary>The analysed forms of words written as names.</summary>
    public required IReadOnlySet<string> Names { get; init; }

    /// <summary>Every word as it was typed, in lower case, and those of their synonyms: a date or name that stands here is no answer.</summary>
    public required IReadOnlySet<string> Words { get; init; }
}
