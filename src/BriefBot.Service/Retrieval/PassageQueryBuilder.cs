using BriefBot.Retrieval;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace BriefBot.Service.Retrieval;

/// <summary>
/// Makes a Lucene query out of analysed words: each word in text, exact spelling, title and headings; neighbouring words
/// of the question as a phrase and within a window (the sequential dependence model of Metzler and Croft, A Markov Random
/// Field Model for Term Dependencies, SIGIR 2005).
/// </summary>
internal static class PassageQueryBuilder
{
    private const float ExactBoost = 0.3f;
    private const float TitleBoost = 0.3f;
    private const float HeadingsBoost = 0.3f;
    private const float PhraseBoost = 0.2f;
    private const int PhraseSlop = 1;
    private const float WindowBoost = 0.2f;
    private const int WindowSlop = 8;

    public static Query Build(IReadOnlyList<FoundTerm> terms)
    {
        var query = new BooleanQuery(disableCoord: true);
        foreach (var term in terms)
        {
            var boost = (float)term.Asked.Boost;
            query.Add(Word(PassageFields.Body, term.Term, boost), Occur.SHOULD);
            query.Add(Word(PassageFields.Exact, term.Correction ?? term.Asked.Word, boost * ExactBoost), Occur.SHOULD);
            query.Add(Word(PassageFields.Title, term.Term, boost * TitleBoost), Occur.SHOULD);
            query.Add(Word(PassageFields.Headings, term.Term, boost * HeadingsBoost), Occur.SHOULD);
        }

        foreach (var (first, second) in terms.Zip(terms.Skip(1)))
        {
            query.Add(Near(first, second, PhraseSlop, PhraseBoost), Occur.SHOULD);
            query.Add(Near(first, second, WindowSlop, WindowBoost), Occur.SHOULD);
        }

        return query;
    }

    private static TermQuery Word(string field, string text, float boost) => new(new Term(field, text)) { Boost = boost };

    private static PhraseQuery Near(FoundTerm first, FoundTerm second, int slop, float boost)
    {
        var query = new PhraseQuery { Slop = slop, Boost = boost * (float)Math.Min(first.Asked.Boost, second.Asked.Boost) };
        query.Add(new Term(PassageFields.Body, first.Term));
        query.Add(new Term(PassageFields.Body, second.Term));
        return query;
    }
}
