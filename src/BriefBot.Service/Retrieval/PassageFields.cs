using System.Text.Json;
using System.Text.Json.Serialization;
using BriefBot.Knowledge;
using BriefBot.Knowledge.Articles;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace BriefBot.Service.Retrieval;

/// <summary>Maps an article and its passages to fields of the index: the searched ones and the stored ones.</summary>
internal static class PassageFields
{
    /// <summary>On every document of the index: the article's path, by which its documents are replaced.</summary>
    public const string Path = "path";

    /// <summary>Marks the document of the article itself.</summary>
    public const string Article = "article";

    /// <summary>The passage's text, stemmed.</summary>
    public const string Body = "body";

    /// <summary>The passage's text as it is spelt.</summary>
    public const string Exact = "exact";

    /// <summary>The article's title, stemmed.</summary>
    public const string Title = "title";

    /// <summary>The headings above the passage, stemmed.</summary>
    public const string Headings = "headings";

    /// <summary>Title, headings and text, stemmed, for document frequencies.</summary>
    public const string All = "all";

    /// <summary>Path of a file that could not be read, on the document of that failure.</summary>
    public const string Failure = "failure";

    /// <summary>The stored article, as a column of the article's document.</summary>
    public const string About = "about";

    private const string Kept = "kept";

    public static IEnumerable<Document> ToDocuments(Article article) => article.Passages.Select(ToDocument).Prepend(ToDocument(article));

    public static Passage ReadPassage(Document document) =>
        JsonSerializer.Deserialize(KeptOf(document), PassageJson.Default.Passage)
        ?? throw new InvalidDataException("A document of the index holds no passage.");

    public static StoredArticle ReadArticle(BytesRef about) =>
        JsonSerializer.Deserialize(about.Bytes.AsSpan(about.Offset, about.Length), PassageJson.Default.StoredArticle)
        ?? throw new InvalidDataException("A document of the index holds no article.");

    public static Document ToDocument(StoredFailure failure) =>
        new()
        {
            new StringField(Failure, failure.Path, Field.Store.NO),
            new StoredField(Kept, JsonSerializer.SerializeToUtf8Bytes(failure, PassageJson.Default.StoredFailure)),
        };

    public static StoredFailure ReadFailure(Document document) =>
        JsonSerializer.Deserialize(KeptOf(document), PassageJson.Default.StoredFailure)
        ?? throw new InvalidDataException("A document of the index holds no failure.");

    /// <summary>
    /// Replaces the passages of <paramref name="changed"/>, drops those of <paramref name="removed"/>, and keeps <paramref name="failed"/>
    /// in place of earlier failures.
    /// </summary>
    public static void Write(
        IndexWriter writer,
        IReadOnlyCollection<Article> changed,
        IReadOnlyCollection<string> removed,
        IReadOnlyCollection<StoredFailure> failed
    )
    {
        writer.DeleteDocuments([.. removed.Select(path => new Term(Path, path))]);
        writer.DeleteDocuments([.. removed.Concat(changed.Select(article => article.Path)).Select(path => new Term(Failure, path))]);
        foreach (var failure in failed)
        {
            writer.UpdateDocument(new Term(Failure, failure.Path), ToDocument(failure));
        }

        foreach (var article in changed)
        {
            writer.UpdateDocuments(new Term(Path, article.Path), ToDocuments(article));
        }
    }

    private static ReadOnlySpan<byte> KeptOf(Document document) =>
        document.GetBinaryValue(Kept) is { } kept
            ? kept.Bytes.AsSpan(kept.Offset, kept.Length)
            : throw new InvalidDataException("A document of the index holds nothing.");

    private static Document ToDocument(Article article) =>
        new()
        {
            new StringField(Path, article.Path, Field.Store.NO),
            new StringField(Article, "1", Field.Store.NO),
            // As a column: all are read at each start, and stored fields would lie among the passages.
            new BinaryDocValuesField(
                About,
                new BytesRef(JsonSerializer.SerializeToUtf8Bytes(StoredArticle.Create(article), PassageJson.Default.StoredArticle))
            ),
        };

    private static Document ToDocument(Passage passage)
    {
        var text = new AnalyzedText(string.Join('\n', passage.Blocks.Select(block => block.Text)));
        var headings = new AnalyzedText(string.Join('\n', passage.SearchedHeadings));
        var title = new AnalyzedText(passage.Title);
        return new Document
        {
            new StringField(Path, passage.Path, Field.Store.NO),
            new TextField(Body, text.Stemmed()),
            new TextField(Exact, text.AsSpelt()),
            new TextField(Title, title.Stemmed()),
            new TextField(Headings, headings.Stemmed()),
            new TextField(All, title.Stemmed()),
            new TextField(All, headings.Stemmed()),
            new TextField(All, text.Stemmed()),
            new StoredField(Kept, JsonSerializer.SerializeToUtf8Bytes(passage, PassageJson.Default.Passage)),
        };
    }
}

/// <summary>Serializes passages and articles for the index.</summary>
[JsonSourceGenerationOptions(IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(Passage))]
[JsonSerializable(typeof(StoredArticle))]
[JsonSerializable(typeof(StoredFailure))]
internal sealed partial class PassageJson : JsonSerializerContext;
