namespace BriefBot.Answers.Ranking;

/// <summary>Features of a unit for a question. The names are those of the weights file.</summary>
internal enum RankingFeature
{
    /// <summary>The passage's score as a share of the best passage's.</summary>
    PassageScore,

    /// <summary>Share of the question's weight in the unit and its introduction.</summary>
    Coverage,

    /// <summary>The same with the title and the headings.</summary>
    FullCoverage,

    /// <summary>The same in the unit and the sentence before it.</summary>
    CoverageWithPrevious,

    /// <summary>The same in the unit, two sentences before and two after.</summary>
    CoverageAround,

    /// <summary>The same in the passage, its title and its headings.</summary>
    PassageCoverage,

    /// <summary>Share of the question's weight in the innermost heading, or in the title where there is none.</summary>
    HeadingCoverage,

    /// <summary>BM25 of the unit as a share of the highest possible.</summary>
    UnitBm25,

    /// <summary>Coverage by words in the spelling of the question.</summary>
    Exact,

    /// <summary>The share of the question's names in the unit.</summary>
    Names,

    /// <summary>The share of the question's names in the passage or its title.</summary>
    PassageNames,

    /// <summary>Coverage counting words with the same beginning for half.</summary>
    Soft,

    /// <summary>Coverage counting words that mean the like by how alike they are.</summary>
    Related,

    /// <summary>The same with the title and the headings.</summary>
    FullRelated,

    /// <summary>The greatest weight missing in the unit and above it, as a share of the question's greatest.</summary>
    GreatestMissing,

    /// <summary>The greatest weight missing in the passage, as a share of the question's greatest.</summary>
    GreatestMissingInPassage,

    /// <summary>Share of the question's words with digits missing in the unit and above it.</summary>
    NumbersMissing,

    /// <summary>The noun asked for ("year", "city") is in the unit.</summary>
    AskedFor,

    /// <summary>The question asks for a date and the unit has one that the question has not.</summary>
    DateForDate,

    /// <summary>Likewise a number.</summary>
    NumberForNumber,

    /// <summary>Likewise a name for a person.</summary>
    NameForPerson,

    /// <summary>Likewise a name for a place.</summary>
    NameForPlace,

    /// <summary>Likewise a name for something named.</summary>
    NameForName,

    /// <summary>A sum of money, a time of day, an address or a number to call is asked for and lacking.</summary>
    NoMark,

    /// <summary>The question asks how and the unit has a word of means.</summary>
    MeansForManner,

    /// <summary>The question asks how and the unit is a numbered list or code.</summary>
    StepsForManner,

    /// <summary>The question asks for several things and the unit is a list or table.</summary>
    ListForSeveral,

    /// <summary>The question asks for a definition and the unit gives one.</summary>
    Definition,

    /// <summary>The fact asked for lacks.</summary>
    NoFact,

    /// <summary>The share of the unit's words that the question has not.</summary>
    Novelty,

    /// <summary>The logarithm of the number of words.</summary>
    Length,

    /// <summary>A sentence of a long paragraph.</summary>
    Sentence,

    /// <summary>A row of a table.</summary>
    TableRow,

    /// <summary>Code with the line that announces it.</summary>
    Code,

    /// <summary>A whole section.</summary>
    Section,

    /// <summary>Similarity of the unit to the question: the cosine of their embeddings.</summary>
    Similarity,

    /// <summary>The mean of the cosines of all units of the passage.</summary>
    PassageSimilarity,
}
