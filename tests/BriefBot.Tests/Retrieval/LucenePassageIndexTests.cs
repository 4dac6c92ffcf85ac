using BriefBot.Knowledge;
using BriefBot.Knowledge.Articles;
using BriefBot.Retrieval;
using BriefBot.Service.Retrieval;
using BriefBot.Tests.Fakes;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Microsoft.Extensions.Logging;
using Directory = System.IO.Directory;

namespace BriefBot.Tests.Retrieval;

public sealed class LucenePassageIndexTests : PassageIndexContract, IDisposable
{
    private readonly LucenePassageIndex _index = IndexFolder.InMemory();
    private readonly TemporaryFolder _data = new();
    private readonly CollectingLogger<LucenePassageIndex> _log = new();

    protected override IPassageIndex Index => _index;

    protected override IPassageStore Store => _index;

    public void Dispose()
    {
        _index.Dispose();
        _data.Dispose();
    }

    [Fact]
    public void ToldToStopItStops()
    {
        using var ends = new CancellationTokenSource();
        ends.Cancel();
        Assert.Throws<OperationCanceledException>(() => Index.Search(new PassageQuery([Term("tarifs")], 10), ends.Token));
        Assert.Throws<OperationCanceledException>(() => _index.Read([Term("tarifs")], ends.Token));
    }

    [Fact]
    public void WordsAreFoundInOtherFormsAndTheSpellingIsMended()
    {
        Apply(Some.Article("a.md", "The leaders met while the tariffs were rising.", "Something else."));
        Assert.Single(Search("meeting").Passages);
        Assert.Equal("tariffs", Correction("tarifs"));
    }

    [Theory]
    [InlineData("iver", "river")]
    [InlineData("triver", "river")]
    [InlineData("ribver", "river")]
    [InlineData("rievr", "river")]
    [InlineData("rul", "rule")]
    [InlineData("parlaimnet", "parliament")]
    public void AnyLetterMayBeMissedTheFirstToo(string typed, string meant)
    {
        Apply(Some.Article("a.md", "The river has a rule of its own.", "The parliament meets."));
        Assert.Equal(meant, Correction(typed));
    }

    [Theory]
    [InlineData("concert", "band")]
    [InlineData("loan", "bank")]
    public void OfSeveralTheWordIsTakenThatStandsWithTheOthers(string other, string meant)
    {
        Apply(Some.Article("a.md", "The band gave a concert.", "The bank gave a loan."));
        Assert.Equal(meant, Correction("banf", other));
    }

    [Theory]
    [InlineData("wheather", "weather")]
    [InlineData("methodist", null)]
    public void AWordTwoLettersOffIsTakenOnlyWhereItStandsWithTheOthers(string typed, string? meant)
    {
        Apply(Some.Article("a.md", "The weather over the church.", "Some methods.", "A bishop."));
        Assert.Equal(meant, Correction(typed, "church"));
    }

    [Fact]
    public void AnEnglishWordThatIsNotThereIsNotTakenForAnother()
    {
        Apply(Some.Article("a.md", "The horse stood."));
        Assert.Null(Correction("house"));
    }

    [Fact]
    public void AWordThatIsKnownIsNotCorrected()
    {
        Apply(Some.Article("a.md", "The tariffs rose."));
        Assert.Null(_index.Read([Term("tarifs") with { IsKnown = true }], TestContext.Current.CancellationToken)[0].Correction);
    }

    private string? Correction(params string[] words) =>
        _index.Read([.. words.Select(Term)], TestContext.Current.CancellationToken)[0].Correction;

    [Fact]
    public void AWordIsWorthWhatTheFolderSaysInItsPlace()
    {
        Apply(Some.Article("a.md", "The North Sea is cold.", "Something else.", "A third thing."));
        var said = LuceneAnalyzers.English.Analyze("north sea");
        var jargon = Index.Search(
            new PassageQuery([Term("pond") with { Synonyms = [new Synonym("north sea", said)] }], 10),
            TestContext.Current.CancellationToken
        );
        Assert.Equal(Search("north", "sea").Terms.Sum(term => term.Weight), Assert.Single(jargon.Terms).Weight, 6);
    }

    [Fact]
    public void APassageThatWasReadIsNotReadAgainUntilItsArticleChanges()
    {
        Apply(Some.Article("a.md", "rivers"));
        var read = Assert.Single(Search("rivers").Passages).Passage;
        Assert.Same(read, Assert.Single(Search("rivers").Passages).Passage);
        Apply(Some.Article("a.md", "rivers anew"));
        Assert.Equal("rivers anew", Assert.Single(Search("rivers").Passages).Passage.Blocks[0].Text);
    }

    [Fact]
    public void OnlyPassagesThatWereReadLatelyAreKept()
    {
        var read = new List<int>();
        var passages = new GenerationalCache<int, Passage>(document =>
        {
            read.Add(document);
            return Some.Passage("text", ordinal: document);
        });
        for (var document = 0; document < 2_000; document++)
        {
            Assert.Equal(document, passages.Get(document).Ordinal);
            // Asked for again and again, so it stays.
            passages.Get(7);
        }

        passages.Get(1_999);
        passages.Get(100);
        Assert.Equal(2, read.Count(document => document == 100));
        Assert.Single(read, 1_999);
        Assert.Single(read, 7);
    }

    [Fact]
    public void TitleAndHeadingsCount()
    {
        var article = Some.Article("a.md", "Nothing of it here.");
        Apply(article with { Passages = [article.Passages[0] with { Headings = ["The volcano"], Title = "Iceland" }] });
        Assert.Single(Search("volcano").Passages);
        Assert.Single(Search("iceland").Passages);
    }

    [Fact]
    public void WhatWasKeptIsThereAfterARestart()
    {
        using (var first = Open())
        {
            first.SetSource(new StoredSource("/folder", null));
            first.Apply([Some.Article("a.md", "rivers")], [], []);
        }

        using var second = Open();
        Assert.Equal(new StoredSource("/folder", null), second.Source);
        Assert.Equal("a.md", Assert.Single(second.ListArticles()).Path);
        Assert.Empty(_log.Lines);
    }

    [Fact]
    public void ASecondOwnerIsRefusedAndTheFirstGoesOn()
    {
        using var first = Open();
        Assert.Throws<DataFolderInUseException>(Open);
        first.Apply([Some.Article("a.md", "rivers")], [], []);
        Assert.Single(first.ListArticles());
    }

    [Fact]
    public void AnIndexOfAnotherVersionIsBuiltAnew()
    {
        var directory = FSDirectory.Open(_data["index"]);
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(EnglishTextAnalyzer.Version, new KeywordAnalyzer())))
        {
            writer.AddDocument([new StringField("other", "1", Field.Store.YES)]);
            writer.SetCommitData(new Dictionary<string, string> { ["format"] = "briefbot-0" });
            writer.Commit();
        }

        using var index = Open();
        Assert.Empty(index.ListArticles());
        index.Apply([Some.Article("a.md", "rivers")], [], []);
        Assert.Single(index.ListArticles());
        Assert.Contains(
            _log.Lines,
            line => line.Level == LogLevel.Warning && line.Text.Contains("another version", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void AnIndexThatWasCutOtherwiseIsBuiltAnew()
    {
        using (var first = Open("60-180"))
        {
            first.Apply([Some.Article("a.md", "rivers")], [], []);
        }

        using var second = Open("20-60");
        Assert.Empty(second.ListArticles());
    }

    [Fact]
    public void ADamagedIndexIsSetAsideAndBuiltAnew()
    {
        using (var first = Open())
        {
            first.Apply([Some.Article("a.md", "rivers")], [], []);
        }

        foreach (var file in Directory.GetFiles(_data["index"], "segments*"))
        {
            File.WriteAllText(file, "not an index");
        }

        using var index = Open();
        Assert.Empty(index.ListArticles());
        Assert.True(Directory.Exists(_data["index-damaged"]));
        Assert.Contains(_log.Lines, line => line.Text.Contains("was moved to", StringComparison.Ordinal));
    }

    [Fact]
    public void ADataFolderThatCannotBeWrittenIsNamed()
    {
        _data.With("file", "a file where the folder should be");
        var problem = Assert.Throws<IOException>(() => IndexFolder.Open(_data["file"], "", _log));
        Assert.Contains("Data:Path", problem.Message, StringComparison.Ordinal);
        Assert.Contains("--data", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AClosedIndexIsUnavailableAndNoBug()
    {
        var index = IndexFolder.InMemory();
        index.Dispose();
        Assert.Throws<IndexUnavailableException>(() =>
            index.Search(new PassageQuery([Term("rivers")], 10), TestContext.Current.CancellationToken)
        );
    }

    protected override QueryTerm Term(string word) => new(LuceneAnalyzers.English.Analyze(word) is [var token] ? token.Term : word, word);

    private LucenePassageIndex Open() => Open("60-180");

    private LucenePassageIndex Open(string cutting) => IndexFolder.Open(_data.Path, cutting, _log);
}
