using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace BriefBot.Benchmarks;

/// <summary>Lucene as one would use it without a bot: paragraphs in one analysed field, the ten best and their text.</summary>
internal sealed class BareLucene : IDisposable
{
    private const string Field = "text";

    private readonly EnglishAnalyzer _analyzer = new(LuceneVersion.LUCENE_48);
    private readonly LuceneDirectory _directory;
    private readonly DirectoryReader _reader;
    private readonly IndexSearcher _searcher;

    /// <summary>Writes <paramref name="paragraphs"/> into <paramref name="directory"/>, which it owns from then on.</summary>
    public BareLucene(LuceneDirectory directory, IEnumerable<string> paragraphs)
    {
        _directory = directory;
        using (var writer = new IndexWriter(_directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, _analyzer)))
        {
            foreach (var paragraph in paragraphs)
            {
                writer.AddDocument([new TextField(Field, paragraph, Lucene.Net.Documents.Field.Store.YES)]);
            }
        }

        _reader = DirectoryReader.Open(_directory);
        _searcher = new IndexSearcher(_reader);
    }

    /// <summary>The number of characters found, so that the text is read.</summary>
    public int Search(string question)
    {
        var query = new BooleanQuery();
        using (var stream = _analyzer.GetTokenStream(Field, question))
        {
            var term = stream.GetAttribute<ICharTermAttribute>();
            stream.Reset();
            while (stream.IncrementToken())
            {
                query.Add(new TermQuery(new Term(Field, term.ToString())), Occur.SHOULD);
            }

            stream.End();
        }

        return _searcher.Search(query, 10).ScoreDocs.Sum(hit => _searcher.Doc(hit.Doc).Get(Field).Length);
    }

    public void Dispose()
    {
        _reader.Dispose();
        _directory.Dispose();
        _analyzer.Dispose();
    }
}
