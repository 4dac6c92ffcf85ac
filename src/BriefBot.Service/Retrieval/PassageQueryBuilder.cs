using BriefBot.Retrieval;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace BriefBot.Service.Retrieval;

/// <summary>
/// Builds a Lucene query from analyzed words: each in text, exact spelling, title and headings; neighbours as a phrase and within a window.
/// </summary>
/// <remarks>
/// This is the sequential dependence model of Metzler and Croft, A Markov Random Field Model for Term Dependencies, SIGIR 2005.
/// </remarks>
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
            query.Add(Either(PassageFields.Body, term.Term, term, boost), Occur.SHOULD);
            query.Add(Either(PassageFields.Exact, term.Asked.Word, term, boost * ExactBoost), Occur.SHOULD);
            query.Add(Either(PassageFields.Title, term.Term, term, boost * TitleBoost), Occur.SHOULD);
            query.Add(Either(PassageFields.Headings, term.Term, term, boost * HeadingsBoost), Occur.SHOULD);
        }

        foreach (var (first, second) in terms.Zip(terms.Skip(1)))
        {
            query.Add(Near(first, second, PhraseSlop, PhraseBoost), Occur.SHOULD);
            query.Add(Near(first, second, WindowSlop, WindowBoost), Occur.SHOULD);
        }

        return query;
    }

    /// <summary>All words of a synonym side by side, counting as if they had been asked for.</summary>
    public static Query Whole(string field, Synonym synonym)
    {
        var query = new PhraseQuery { Boost = (float)synonym.Share };
        foreach (var word in synonym.Words)
        {
            query.Add(
                new Term(field, field == PassageFields.Exact ? Spelt(synonym, word) : word.Term),
                word.Position - synonym.Words[0].Position
            );
        }

        return query;
    }

    private static string Spelt(Synonym synonym, Token word) => synonym.Text[word.Start..word.End].ToLowerInvariant();

    /// <summary>Returns a query for a word or its synonym, whichever scores higher.</summary>
    private static Query Either(string field, string text, FoundTerm term, float boost)
    {
        var word = new TermQuery(new Term(field, text));
        if (term.Asked.Synonyms.Count == 0)
        {
            word.Boost = boost;
            return word;
        }

        var either = new DisjunctionMaxQuery(tieBreakerMultiplier: 0) { Boost = boost };
        either.Add(word);
        foreach (var synonym in term.Asked.Synonyms)
        {
            either.Add(Whole(field, synonym));
        }

        return either;
    }

    private static PhraseQuery Near(FoundTerm first, FoundTerm second, int slop, float boost)
    {
        var query = new PhraseQuery { Slop = slop, Boost = boost * (float)Math.Min(first.Asked.Boost, second.Asked.Boost) };
        query.Add(new Term(PassageFields.Body, first.Term));
        query.Add(new Term(PassageFields.Body, second.Term));
        return query;
    }
}
