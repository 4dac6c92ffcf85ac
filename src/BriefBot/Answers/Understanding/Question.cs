using BriefBot.Answers.Language;
using BriefBot.Retrieval;

namespace BriefBot.Answers.Understanding;

/// <summary>A question as it is understood.</summary>
internal sealed record Question
{
    /// <summary>The question with its spelling corrected, the folder's synonyms, and after the earlier question it refers to.</summary>
    public required string Text { get; init; }

    /// <summary>The question without the earlier one; null where it refers to none.</summary>
    public string? Own { get; init; }

    /// <summary>The words that carry it, in order, each once; those of an earlier question at a lower boost.</summary>
    public required IReadOnlyList<QueryTerm> Terms { get; init; }

    /// <summary>The expected type of answer.</summary>
    public required AnswerType Expected { get; init; }

    /// <summary>The analyzed forms of the noun asked for, as "year" in "in which year": it need not be near the answer.</summary>
    public required IReadOnlySet<string> AskedFor { get; init; }

    /// <summary>Indicates whether it asks for the subject of the predicate, as "who founded it".</summary>
    public bool AsksForSubject { get; init; }

    /// <summary>The words that say which one of several is meant.</summary>
    public IReadOnlyList<Detail> Details { get; init; } = [];

    /// <summary>The versions, years and identifiers that it names, in lower case.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>The years that it names, with their month and day where it names them.</summary>
    public IReadOnlyList<AskedDay> Days { get; init; } = [];

    /// <summary>The superlative asked for; null where there is none.</summary>
    public Superlative? Superlative { get; init; }

    /// <summary>For which time it is asked.</summary>
    public AskedTime Time { get; init; }

    /// <summary>Indicates whether the newest version or release is asked for.</summary>
    public bool AsksForRelease => Time.IsNow && Codes.Count == 0 && Words.Overlaps(["version", "release"]);

    /// <summary>Indicates whether it is answered by yes or no.</summary>
    public bool IsYesNo { get; init; }

    /// <summary>The property that is asked for, or null.</summary>
    public AskedProperty? Property { get; init; }

    /// <summary>Indicates whether it is in another language than English.</summary>
    public bool IsForeign { get; init; }

    /// <summary>The intent beyond a matching unit, or null.</summary>
    public QuestionIntent? Form { get; init; }

    /// <summary>The analysed forms of words written as names.</summary>
    public required IReadOnlySet<string> Names { get; init; }

    /// <summary>All words as typed, in lower case, and those of their synonyms: a date or name among them is no answer.</summary>
    public required IReadOnlySet<string> Words { get; init; }
}
