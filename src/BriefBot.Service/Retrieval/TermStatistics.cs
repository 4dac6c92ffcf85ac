using BriefBot.Retrieval;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace BriefBot.Service.Retrieval;

/// <summary>Counts the passages with a word or its synonyms, and weights the word.</summary>
internal static class TermStatistics
{
    public static FoundTerm Read(IndexSearcher searcher, QueryTerm asked, int passageCount)
    {
        var frequency = Frequency(searcher, asked.Term);
        var (synonym, said) = Commonest(searcher, asked);
        // A word replaced by a synonym in the folder has the synonym's weight.
        return synonym is not null && said > frequency
            ? new FoundTerm(
                asked,
                said,
                asked.Boost * synonym.Share * synonym.Words.Sum(word => Weight(Frequency(searcher, word.Term), passageCount))
            )
            : new FoundTerm(asked, frequency, asked.Boost * Weight(frequency, passageCount));
    }

    /// <summary>Returns the number of passages with the word, or with the most frequent of its synonyms.</summary>
    public static int Frequency(IndexSearcher searcher, QueryTerm asked) =>
        Math.Max(Frequency(searcher, asked.Term), Commonest(searcher, asked).Frequency);

    private static (Synonym? Synonym, int Frequency) Commonest(IndexSearcher searcher, QueryTerm asked) =>
        asked.Synonyms.Select(synonym => ((Synonym?)synonym, Frequency(searcher, synonym))).DefaultIfEmpty().MaxBy(found => found.Item2);

    private static double Weight(int frequency, int passageCount) =>
        Math.Max(Math.Log(1 + ((passageCount - frequency + 0.5) / (frequency + 0.5))), 0);

    private static int Frequency(IndexSearcher searcher, string term) => searcher.IndexReader.DocFreq(new Term(PassageFields.All, term));

    private static int Frequency(IndexSearcher searcher, Synonym synonym)
    {
        var counter = new TotalHitCountCollector();
        searcher.Search(PassageQueryBuilder.Whole(PassageFields.All, synonym), counter);
        return counter.TotalHits;
    }
}
