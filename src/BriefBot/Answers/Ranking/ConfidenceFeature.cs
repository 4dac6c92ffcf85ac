namespace BriefBot.Answers.Ranking;

/// <summary>Features of the confidence that the best units answer the question. The names are those of the weights file.</summary>
internal enum ConfidenceFeature
{
    /// <summary>Always 1.</summary>
    Always,

    /// <summary>Logarithm of the best passage's score relative to the weight of the question's words.</summary>
    PassageScore,

    /// <summary>The share of the question's weight in the best sentence.</summary>
    Coverage,

    /// <summary>The same in the best sentence and those around it.</summary>
    CoverageAround,

    /// <summary>The same in its passage, title and headings.</summary>
    PassageCoverage,

    /// <summary>The greatest weight missing in its passage, as a share of the greatest.</summary>
    GreatestMissingInPassage,

    /// <summary>Share of the question's weight that is nowhere in the folder.</summary>
    Unknown,

    /// <summary>The share of the question's names in the best sentence's passage.</summary>
    PassageNames,

    /// <summary>A date is asked for and lacking.</summary>
    NoDate,

    /// <summary>A number is asked for and lacking.</summary>
    NoNumber,

    /// <summary>A name is asked for and lacking.</summary>
    NoName,

    /// <summary>A sum of money, a time of day, an address or a number to call is asked for and lacking.</summary>
    NoMark,

    /// <summary>The share of the question's weight in the best unit, its title and headings.</summary>
    FullCoverage,

    /// <summary>Counting words that mean the like.</summary>
    FullRelated,

    /// <summary>The greatest weight missing in the best unit and above it, as a share of the greatest.</summary>
    GreatestMissing,

    /// <summary>Share of the question's names, and words with digits, missing in the best unit and above it.</summary>
    NamesMissing,

    /// <summary>The share of the question's weight in the innermost heading.</summary>
    HeadingCoverage,

    /// <summary>The best unit's score.</summary>
    Score,

    /// <summary>Difference of its score to the best unit of another passage.</summary>
    Gap,

    /// <summary>The probability by the scores that the answer is in the best unit or one that overlaps it, as log odds.</summary>
    Odds,

    /// <summary>The same of its passage.</summary>
    PassageOdds,

    /// <summary>Logarithm of the number of content words.</summary>
    Words,

    /// <summary>Logarithm of the number of passages in the folder.</summary>
    Folder,

    /// <summary>Coverage by words in the spelling of the question.</summary>
    Exact,

    /// <summary>Coverage counting words with the same beginning for half.</summary>
    Soft,

    /// <summary>Coverage counting words that mean the like.</summary>
    Related,

    /// <summary>Coverage of the passage by informative words: common English words count little.</summary>
    TellingCoverage,

    /// <summary>The same by the best sentence and those around it, counting words that mean the like.</summary>
    TellingRelated,

    /// <summary>The best passage's score against the telling weight, its logarithm.</summary>
    TellingScore,

    /// <summary>The greatest informativeness missing in the passage.</summary>
    TellingMissing,

    /// <summary>A unit that holds more of the question than the best was passed over, since it speaks of another one.</summary>
    PassedOver,

    /// <summary>Share of the question's predicate missing in the best unit and above it.</summary>
    RelationMissing,

    /// <summary>A reason is asked for and lacking.</summary>
    NoReason,

    /// <summary>A number of things is asked for, and the best unit gives none.</summary>
    NoCount,

    /// <summary>A sum of money is asked for by a word for it and lacking.</summary>
    NoMoney,

    /// <summary>A property is asked for by name, and it is neither in the best unit nor above it.</summary>
    PropertyMissing,

    /// <summary>How far the first content word is missing in the best unit and above it.</summary>
    FirstMissing,

    /// <summary>The cosine of the best unit with the question.</summary>
    UnitSimilarity,

    /// <summary>Difference in similarity between the best unit and the average of all passages.</summary>
    Similarity,
}
