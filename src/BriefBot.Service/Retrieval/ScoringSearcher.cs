using BriefBot.Knowledge.Articles;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;

namespace BriefBot.Service.Retrieval;

/// <summary>Searches one commit, and caches data derived from it. Safe for concurrent use.</summary>
internal sealed class ScoringSearcher : IndexSearcher
{
    public ScoringSearcher(IndexReader reader, Similarity similarity)
        : base(reader)
    {
        Similarity = similarity;
        Passages = new GenerationalCache<int, Passage>(document => PassageFields.ReadPassage(Doc(document)));
        Vocabulary = new Lazy<Vocabulary>(() => Retrieval.Vocabulary.Read(reader));
    }

    public GenerationalCache<int, Passage> Passages { get; }

    /// <summary>Gathered when the first misspelt word comes.</summary>
    public Lazy<Vocabulary> Vocabulary { get; }
}
