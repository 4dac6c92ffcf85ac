using BriefBot.Knowledge;
using BriefBot.Knowledge.Articles;
using BriefBot.Retrieval;
using BriefBot.Service.Retrieval;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Retrieval;

/// <summary>What an index that keeps and finds passages promises.</summary>
public abstract class PassageIndexContract
{
    protected abstract IPassageIndex Index { get; }

    protected abstract IPassageStore Store { get; }

    [Fact]
    public void AnEmptyIndexFindsNothing()
    {
        var found = Search("anything");
        Assert.Empty(found.Passages);
        Assert.Equal((0, 0), (found.PassageCount, Assert.Single(found.Terms).DocumentFrequency));
    }

    [Fact]
    public void NothingAskedFindsNothing()
    {
        Apply(Some.Article("a.md", "one two"));
        Assert.Empty(Search().Passages);
    }

    [Fact]
    public void WordsOfTheFolderAreReadAsTheyAreInTheirOrder()
    {
        Apply(Some.Article("a.md", "rivers flow quickly"));
        var readings = ((ISpelling)Index).Read(
            [Term("flow"), Term("qqqqqq"), Term("rivers"), Term("*:*")],
            TestContext.Current.CancellationToken
        );
        Assert.Equal(
            [new WordReading(true, null), new WordReading(false, null), new WordReading(true, null), new WordReading(false, null)],
            readings
        );
    }

    [Fact]
    public void AWordWhoseSynonymTheFolderHoldsIsReadAsItIs()
    {
        Apply(Some.Article("a.md", "rivers flow quickly"));
        var reading = ((ISpelling)Index).Read(
            [Term("riverz") with { Synonyms = [new Synonym("flow", LuceneAnalyzers.English.Analyze("flow"))] }],
            TestContext.Current.CancellationToken
        );
        Assert.Equal(new WordReading(true, null), Assert.Single(reading));
    }

    [Fact]
    public void AMisspeltWordIsLookedForAsItIs()
    {
        Apply(Some.Article("a.md", "rivers flow quickly"));
        Assert.Empty(Search("rivesr").Passages);
    }

    [Fact]
    public void ThePassageWithMoreOfTheWordsComesFirst()
    {
        Apply(Some.Article("a.md", "rivers flow", "rivers flow quickly south", "mountains"));
        Assert.Equal(["a.md#1", "a.md#0"], Search("rivers", "quickly").Passages.Select(ranked => ranked.Passage.Id));
    }

    [Fact]
    public void APassageComesBackAsItWasKept()
    {
        var article = Some.Article("sub/ä b.md", "some text of it");
        var passage = article.Passages[0] with
        {
            Headings = ["One", "Two"],
            Date = new DateOnly(2025, 9, 4),
            Url = "https://example.org/?a=b",
            Author = "Ann Other",
            PlaceUnit = PlaceUnit.Page,
            Blocks =
            [
                new TextBlock
                {
                    Text = "some text\nof it",
                    Kind = BlockKind.Code,
                    Places = [new PlaceStart(0, 3), new PlaceStart(10, 4)],
                },
            ],
        };
        Apply(article with { Passages = [passage] });
        Assert.Equivalent(passage, Assert.Single(Search("text").Passages).Passage);
    }

    [Fact]
    public void ThePassagesOfAnArticleAreReadInOrderAndOnlyThose()
    {
        Apply(Some.Article("a.md", [.. Enumerable.Range(0, 12).Select(i => $"number {i}")]), Some.Article("a.md.txt", "another"));
        var reader = (IPassageReader)Index;
        Assert.Equal(Enumerable.Range(0, 12), reader.Read("a.md").Select(passage => passage.Ordinal));
        Assert.Empty(reader.Read("b.md"));
        Store.Apply([], ["a.md"], []);
        Assert.Empty(reader.Read("a.md"));
    }

    [Fact]
    public void TheTermsComeBackInTheirOrderWithTheirFrequency()
    {
        Apply(Some.Article("a.md", "rivers here", "rivers there", "stones there"));
        Assert.Equal(
            [("stones", 1), ("rivers", 2), ("clouds", 0)],
            Search("stones", "rivers", "clouds").Terms.Select(term => (term.Asked.Word, term.DocumentFrequency))
        );
    }

    [Fact]
    public void WhatStandsInTheWordsPlaceIsFoundAndCounted()
    {
        Apply(Some.Article("a.md", "the big river flows", "the river is big", "stones lie"));
        var found = Index.Search(
            new PassageQuery([Term("elbe") with { Synonyms = [Synonym("big river"), Synonym("lake")] }], 10),
            TestContext.Current.CancellationToken
        );
        Assert.Equal("a.md#0", Assert.Single(found.Passages).Passage.Id);
        Assert.Equal(1, Assert.Single(found.Terms).DocumentFrequency);
    }

    [Fact]
    public void TheLimitHolds()
    {
        Apply(Some.Article("a.md", "rivers one", "rivers two", "rivers three"));
        Assert.Equal(2, Index.Search(new PassageQuery([Term("rivers")], 2), TestContext.Current.CancellationToken).Passages.Count);
    }

    [Fact]
    public void AChangedArticleTakesTheOldOnesPlace()
    {
        Apply(Some.Article("a.md", "rivers flow", "stones lie"));
        Apply(Some.Article("a.md", "clouds drift"));
        Assert.Empty(Search("rivers", "stones").Passages);
        Assert.Single(Search("clouds").Passages);
        Assert.Equal(1, Assert.Single(Store.ListArticles()).PassageCount);
    }

    [Fact]
    public void ARemovedArticleLeaves()
    {
        Apply(Some.Article("a.md", "rivers"), Some.Article("b.md", "rivers"));
        Store.Apply([], ["a.md"], []);
        Assert.Equal("b.md", Assert.Single(Search("rivers").Passages).Passage.Path);
    }

    [Fact]
    public void WhatIsKeptIsListedWithItsHashAndWarnings()
    {
        Apply(Some.Article("a.md", "rivers") with { Warnings = [new Problem("a.md", 3, "is odd.")], Date = new DateOnly(2025, 9, 4) });
        Assert.Equal(
            new StoredArticle("a.md", "Some title", new DateOnly(2025, 9, 4), Some.Hash, 1, "Line 3: Is odd."),
            Assert.Single(Store.ListArticles())
        );
    }

    [Fact]
    public void HoweverMuchAnArticleSaysOfItselfItIsKept()
    {
        // As much as a reader lets through, in letters that take most bytes.
        var article = Some.Article("a.md", "rivers") with
        {
            Summary = new string('橋', 1_000),
            Tags = [.. Enumerable.Repeat(new string('橋', 200), 50)],
            Warnings = [.. Enumerable.Repeat(new Problem("a.md", 3, new string('橋', 1_000)), 20)],
        };
        Apply(article);
        var kept = Assert.Single(Store.ListArticles());
        Assert.Equal((article.Summary, article.WarningText), (kept.Summary, kept.Warnings));
        Assert.Equal(article.Tags, kept.Tags);
    }

    [Fact]
    public void FromWhereItWasReadIsKeptUntilItIsBegunAnew()
    {
        Assert.Null(Store.Source);
        Store.SetSource(new StoredSource("/one", "/"));
        Apply(Some.Article("a.md", "rivers"));
        Assert.Equal(new StoredSource("/one", "/"), Store.Source);
        Store.StartAnew();
        Assert.Null(Store.Source);
    }

    [Theory]
    [InlineData("*:*")]
    [InlineData("foo AND (")]
    [InlineData("a/b")]
    [InlineData("c#?")]
    [InlineData("\"~^{}[]\\")]
    [InlineData("")]
    [InlineData("\ud800")]
    public void OddWordsAreOnlyWords(string word)
    {
        Apply(Some.Article("a.md", "rivers"));
        Assert.Empty(Search(word).Passages);
    }

    [Fact]
    public async Task ReadersAndAWriterDoNotDisturbEachOther()
    {
        var reading = Enumerable
            .Range(0, 4)
            .Select(_ =>
                Task.Run(() =>
                {
                    for (var i = 0; i < 50; i++)
                    {
                        // Both articles come with one commit: either none is seen or both.
                        Assert.True(Search("rivers").Passages.Count is 0 or 2);
                    }
                })
            )
            .ToArray();
        for (var i = 0; i < 10; i++)
        {
            Apply(Some.Article("a.md", "rivers"), Some.Article("b.md", "rivers"));
            Store.Apply([], ["a.md", "b.md"], []);
        }

        await Task.WhenAll(reading);
    }

    protected SearchResult Search(params string[] words) =>
        Index.Search(new PassageQuery([.. words.Select(Term)], 10), TestContext.Current.CancellationToken);

    [Fact]
    public void AFailureIsKeptUntilItsFileIsReadOrGone()
    {
        StoredFailure[] failures = [new("a.md", "1", "so", 7, "is odd."), new("b.md", "2", "so", null, "is odd too.")];
        Store.Apply([Some.Article("a.md", "rivers")], [], failures);
        Assert.Equal(failures, Store.ListFailures());
        Store.Apply([], [], [failures[0] with { Hash = "3" }]);
        Assert.Equal([failures[0] with { Hash = "3" }, failures[1]], Store.ListFailures());
        Assert.Single(Store.ListArticles());
        Store.Apply([Some.Article("a.md", "lakes")], ["b.md"], []);
        Assert.Empty(Store.ListFailures());
        Assert.Single(Search("lakes").Passages);
    }

    protected void Apply(params Article[] articles) => Store.Apply(articles, [], []);

    protected abstract QueryTerm Term(string word);

    private static Synonym Synonym(string text) => new(text, LuceneAnalyzers.English.Analyze(text));
}
