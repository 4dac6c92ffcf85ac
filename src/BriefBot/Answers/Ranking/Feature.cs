namespace BriefBot.Answers.Ranking;

/// <summary>What the ranking knows of a sentence beside a question. The names are those of the weights file.</summary>
internal enum Feature
{
    /// <summary>The passage's score as a share of the best passage's.</summary>
    PassageScore,

    /// <summary>The share of the question's weight that stands in the sentence.</summary>
    Coverage,

    /// <summary>The same in the sentence and the one before.</summary>
    CoverageWithPrevious,

    /// <summary>The same in the sentence, two before and two after.</summary>
    CoverageAround,

    /// <summary>The same in the passage, its title and its headings.</summary>
    PassageCoverage,

    /// <summary>BM25 of the sentence as a share of what the question could give.</summary>
    SentenceBm25,

    /// <summary>Coverage by words in the spelling of the question.</summary>
    Exact,

    /// <summary>The share of the question's names in the sentence.</summary>
    Names,

    /// <summary>The share of the question's names in the passage or its title.</summary>
    PassageNames,

    /// <summary>Coverage counting words with the same beginning for half.</summary>
    Soft,

    /// <summary>Coverage counting words that mean the like by how alike they are.</summary>
    Related,

    /// <summary>The greatest weight that stands nowhere in the passage, as a share of the greatest of the question.</summary>
    GreatestMissingInPassage,

    /// <summary>Whether what is asked for by name ("year", "city") stands in the sentence.</summary>
    AskedFor,

    /// <summary>The question asks for a date and the sentence has one that the question has not.</summary>
    DateForDate,

    /// <summary>Likewise a number.</summary>
    NumberForNumber,

    /// <summary>Likewise a name for a person.</summary>
    NameForPerson,

    /// <summary>Likewise a name for a place.</summary>
    NameForPlace,

    /// <summary>Likewise a name for something named.</summary>
    NameForName,

    /// <summary>The question asks how and the sentence has a word of means.</summary>
    MeansForManner,

    /// <summary>The question asks what something is and the sentence begins with it and says that it is something.</summary>
    Definition,

    /// <summary>The fact asked for lacks.</summary>
    NoFact,

    /// <summary>The share of the sentence's words that the question has not.</summary>
    Novelty,

    /// <summary>The logarithm of the number of words.</summary>
    Length,

    /// <summary>The article's first sentence.</summary>
    FirstOfArticle,

    /// <summary>Code.</summary>
    Code,

    /// <summary>How near the sentence is to the question in what it means: the cosine of their embeddings.</summary>
    Similarity,
}
