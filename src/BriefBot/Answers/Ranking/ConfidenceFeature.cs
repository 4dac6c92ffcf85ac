namespace BriefBot.Answers.Ranking;

/// <summary>What tells whether the best sentences answer the question at all. The names are those of the weights file.</summary>
internal enum ConfidenceFeature
{
    /// <summary>Always 1.</summary>
    Always,

    /// <summary>The best passage's score against what the question's words are worth, its logarithm.</summary>
    PassageScore,

    /// <summary>The share of the question's weight in the best sentence.</summary>
    Coverage,

    /// <summary>The same in the best sentence and those around it.</summary>
    CoverageAround,

    /// <summary>The same in its passage, title and headings.</summary>
    PassageCoverage,

    /// <summary>The greatest weight that stands nowhere in its passage, as a share of the greatest.</summary>
    GreatestMissingInPassage,

    /// <summary>The share of the question's weight that stands nowhere in the folder.</summary>
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

    /// <summary>The greatest weight that stands neither in the best unit nor above it, as a share of the greatest.</summary>
    GreatestMissing,

    /// <summary>The share of the question's names, and words with digits, that stand neither in the best unit nor above it.</summary>
    NamesMissing,

    /// <summary>The share of the question's weight in the innermost heading.</summary>
    HeadingCoverage,

    /// <summary>The best unit's score.</summary>
    Score,

    /// <summary>How far it stands above the best one of another passage.</summary>
    Gap,

    /// <summary>The probability by the scores that the answer is in the best unit or one that overlaps it, as log odds.</summary>
    Odds,

    /// <summary>The same of its passage.</summary>
    PassageOdds,

    /// <summary>How many words carry the question, its logarithm.</summary>
    Words,

    /// <summary>How many passages the folder holds, its logarithm.</summary>
    Folder,

    /// <summary>Coverage by words in the spelling of the question.</summary>
    Exact,

    /// <summary>Coverage counting words with the same beginning for half.</summary>
    Soft,

    /// <summary>Coverage counting words that mean the like.</summary>
    Related,

    /// <summary>Coverage of the passage by words that tell something whatever the folder: common words count little.</summary>
    TellingCoverage,

    /// <summary>The same by the best sentence and those around it, counting words that mean the like.</summary>
    TellingRelated,

    /// <summary>The best passage's score against the telling weight, its logarithm.</summary>
    TellingScore,

    /// <summary>The greatest telling weight that stands nowhere in the passage.</summary>
    TellingMissing,

    /// <summary>A unit that holds more of the question than the best was passed over, since it speaks of another one.</summary>
    PassedOver,

    /// <summary>The share of what the question says that is done that the best unit and what stands above it do not say.</summary>
    RelationMissing,

    /// <summary>A reason is asked for and lacking.</summary>
    NoReason,

    /// <summary>How many of something is asked and the best unit gives no number of it.</summary>
    NoCount,

    /// <summary>A sum of money is asked for by a word for it and lacking.</summary>
    NoMoney,

    /// <summary>A property is asked for by its name, and neither the best unit nor what stands above it states it.</summary>
    PropertyMissing,

    /// <summary>How far the first word that carries the question stands neither in the best unit nor above it.</summary>
    FirstMissing,

    /// <summary>The cosine of the best unit with the question.</summary>
    UnitSimilarity,

    /// <summary>By how much the best sentence is nearer to the question, in what it means, than those of all passages are on average.</summary>
    Similarity,
}
