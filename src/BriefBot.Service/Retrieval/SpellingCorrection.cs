using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace BriefBot.Service.Retrieval;

/// <summary>
/// Takes a word that stands nowhere in the folder for the nearest that does: the same first letter, one edit away
/// (a letter more, less, other or two swapped), two from seven letters on; the more frequent of equally near ones.
/// </summary>
internal static class SpellingCorrection
{
    private const int ShortestWord = 4;
    private const int LongWord = 7;

    public static string? Find(IndexReader reader, string word)
    {
        if (word.Length < ShortestWord || !word.All(char.IsLetter))
        {
            return null;
        }

        var terms = MultiFields.GetTerms(reader, PassageFields.Exact);
        if (terms is null)
        {
            return null;
        }

        var edits = word.Length >= LongWord ? 2 : 1;
        var candidates = new FuzzyTermsEnum(
            terms, new AttributeSource(), new Term(PassageFields.Exact, word), edits, prefixLength: 1, transpositions: true);
        return Best(candidates);
    }

    private static string? Best(FuzzyTermsEnum candidates)
    {
        var boost = candidates.Attributes.AddAttribute<IBoostAttribute>();
        (string? Word, float Nearness, int Frequency) best = (null, 0, 0);
        while (candidates.MoveNext())
        {
            var frequency = candidates.DocFreq;
            if (boost.Boost > best.Nearness || (boost.Boost == best.Nearness && frequency > best.Frequency))
            {
                best = (candidates.Term.Utf8ToString(), boost.Boost, frequency);
            }
        }

        return best.Word;
    }
}
