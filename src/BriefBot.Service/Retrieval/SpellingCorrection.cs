using BriefBot.Retrieval;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace BriefBot.Service.Retrieval;

/// <summary>
/// Replaces a word that is not in the folder by one that is: one edit away (a letter more, less, changed, or two swapped), two from seven
/// letters on.
/// </summary>
/// <remarks>Prefers likely typing errors, frequent words, and words that share a passage with the question's other words.</remarks>
internal sealed class SpellingCorrection(
    IndexReader reader,
    Lazy<Vocabulary> vocabulary,
    IReadOnlyList<QueryTerm> terms,
    CancellationToken cancellationToken
)
{
    /// <summary>A word this short is too often a name of its own to be taken for one that is no longer.</summary>
    private const int ShortestWord = 3;
    private const int LongWord = 7;
    private const int LongestWord = 30;
    private const int MostCandidates = 12;

    private const double FrequencyWeight = 0.3;
    private const double CostWeight = 3;
    private const double ContextWeight = 4;

    /// <summary>Two other letters need a passage that holds a quarter of the question.</summary>
    private const double LeastFit = -5;

    private float[]? _context;

    /// <summary>
    /// Returns the word meant by a word that is not in the folder; null where none is close, or where it needs no correction.
    /// </summary>
    public string? Find(QueryTerm asked)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var word = asked.Word;
        if (asked.IsKnown || RelatedWords.Knows(asked.Term) || word.Length is < ShortestWord or > LongestWord || !word.All(char.IsLetter))
        {
            return null;
        }

        return vocabulary
            .Value.Near(word, word.Length >= LongWord ? 2 : 1)
            .Where(near => near.Word.Length > ShortestWord)
            .Select(near => (near.Word, Usual: FrequencyWeight * Math.Log(near.Frequency), Fit: -CostWeight * near.Cost))
            .OrderByDescending(near => near.Usual + near.Fit)
            .Take(MostCandidates)
            .Select(near => near with { Fit = near.Fit + (ContextWeight * Context(Stem(near.Word))) })
            .Where(near => near.Fit >= LeastFit)
            .OrderByDescending(near => near.Usual + near.Fit)
            .FirstOrDefault()
            .Word;
    }

    private static string Stem(string word) => LuceneAnalyzers.English.Analyze(word) is [var token] ? token.Term : word;

    /// <summary>Returns the highest share of the question's other words in a passage with <paramref name="term"/>.</summary>
    private double Context(string term)
    {
        _context ??= Weigh();
        var best = terms.Count == 1 ? 1f : 0;
        foreach (var document in Documents(term))
        {
            best = Math.Max(best, _context[document]);
        }

        return best;
    }

    /// <summary>Returns for each document the share of the words it holds, weighted by rarity.</summary>
    private float[] Weigh()
    {
        var context = new float[reader.MaxDoc];
        var total = 0f;
        foreach (var term in terms)
        {
            var frequency = reader.DocFreq(new Term(PassageFields.All, term.Term));
            if (frequency == 0)
            {
                continue;
            }

            var weight = (float)Math.Log(1 + ((double)reader.MaxDoc / frequency));
            total += weight;
            foreach (var document in Documents(term.Term))
            {
                context[document] += weight;
            }
        }

        return total == 0 ? context : Array.ConvertAll(context, weight => weight / total);
    }

    private IEnumerable<int> Documents(string term)
    {
        var documents = MultiFields.GetTermDocsEnum(
            reader,
            MultiFields.GetLiveDocs(reader),
            PassageFields.All,
            new BytesRef(term),
            DocsFlags.NONE
        );
        while (documents is not null && documents.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
        {
            yield return documents.DocID;
        }
    }
}
