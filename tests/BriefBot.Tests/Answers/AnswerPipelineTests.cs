using BriefBot.Answers;
using BriefBot.Answers.Language;
using BriefBot.Knowledge;
using BriefBot.Knowledge.Articles;
using BriefBot.Retrieval;
using BriefBot.Service.Retrieval;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Answers;

public sealed class AnswerPipelineTests : IDisposable
{
    private readonly LucenePassageIndex _index = IndexFolder.InMemory();
    private readonly KnowledgeReadiness _readiness = new();
    private readonly KnowledgeCatalog _catalog = new();

    public AnswerPipelineTests()
    {
        _index.Apply(
            [
                Some.Article(
                    "a.md",
                    "The bridge over the river Elbe was opened on 12 May 1893 by the king. But it was closed in 1945. The mayor John Doe led the repair.",
                    "The castle has 54 rooms and a large garden.",
                    "Apples are grown in the valley. Pears are grown there too."
                ),
            ],
            [],
            []
        );
        _readiness.Ready();
    }

    public void Dispose() => _index.Dispose();

    [Fact]
    public async Task TheDateThatAnswersIsMarked()
    {
        var answer = await GroundedAsync("When was the bridge over the Elbe opened?");
        var sentence = answer.Sentences[0];
        var mark = Assert.Single(sentence.Highlights);
        Assert.Equal("12 May 1893", sentence.Text.Substring(mark.Start, mark.Length));
    }

    [Theory]
    [InlineData("Whenn was the bridge over the Elbe opened?")]
    [InlineData("When was the brigde over the Elbw opened?")]
    public async Task AMisspeltQuestionIsAnsweredAsIfItWereSpeltRight(string question)
    {
        var answer = await GroundedAsync(question);
        var mark = Assert.Single(answer.Sentences[0].Highlights);
        Assert.Equal("12 May 1893", answer.Sentences[0].Text.Substring(mark.Start, mark.Length));
    }

    [Fact]
    public async Task CitationsAreNumberedInTheOrderOfTheReply()
    {
        var answer = await GroundedAsync("When was the bridge closed?");
        Assert.Equal(Enumerable.Range(1, answer.Citations.Count), answer.Citations.Select(citation => citation.Number));
        Assert.Equal(answer.Citations.Select(citation => citation.Number), answer.Sentences.SelectMany(sentence => sentence.Citations));
    }

    [Fact]
    public async Task ASentenceThatLeansBringsWhatItLeansOn()
    {
        var answer = await GroundedAsync("When was the bridge closed in 1945?");
        Assert.Contains("by the king. But it was closed in 1945.", answer.Sentences[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFileThatCannotBeReadNowIsCitedAsStale()
    {
        _catalog.Replace([
            new IndexedDocument
            {
                Path = "a.md",
                Title = "A",
                State = DocumentState.Stale,
                PassageCount = 3,
            },
        ]);
        Assert.All((await GroundedAsync("When was the bridge over the Elbe opened?")).Citations, citation => Assert.True(citation.Stale));
        _catalog.Replace([
            new IndexedDocument
            {
                Path = "a.md",
                Title = "A",
                State = DocumentState.Indexed,
                PassageCount = 3,
            },
        ]);
        Assert.All((await GroundedAsync("When was the bridge over the Elbe opened?")).Citations, citation => Assert.False(citation.Stale));
    }

    [Fact]
    public async Task ARefusalSaysHowAMisspeltWordWasRead()
    {
        var answer = Assert.IsType<Answer.NotFound>(await AskAsync("Who is the wife of the gardxn zookeeper Zwingli?"));
        Assert.Contains("“garden” (you typed “gardxn”)", answer.Suggestion, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AWordThatStandsNowhereIsNamed()
    {
        var answer = Assert.IsType<Answer.NotFound>(await AskAsync("Who is Bonaparte Zwingli?"));
        Assert.Contains("zwingli", answer.Reason, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("lol btw who baked the pancakes for the giraffe tho")]
    [InlineData("anyone know why my homies reckon giraffes bake?")]
    public async Task AWordThatIsNeitherANameNorAskedForIsNotNamed(string question)
    {
        var answer = Assert.IsType<Answer.NotFound>(await AskAsync(question));
        Assert.Equal(BotTexts.FolderDoesNotSay, answer.Reason);
    }

    [Fact]
    public async Task APropertyThatNoPassageStatesIsNamed()
    {
        var answer = Assert.IsType<Answer.NotFound>(await AskAsync("How old is the castle with the large garden?"));
        Assert.Contains("age", answer.Reason, StringComparison.Ordinal);
        Assert.Contains("54 rooms", answer.Closest[0].Quote, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UntilTheFolderHasBeenReadThereIsNoAnswer()
    {
        _readiness.NotReady("Still reading.");
        Assert.Equal(new Answer.Unavailable("Still reading."), await AskAsync("When was the bridge opened?"));
    }

    [Fact]
    public async Task OfAWordThatIsMissingItsPartsAreNotNamedToo() =>
        Assert.Equal(
            BotTexts.FolderDoesNotMention("“briefbot”"),
            Assert
                .IsType<Answer.NotFound>(
                    await AskedFolder.AskAsync("What is BriefBot?", ("a.md", "# Bridge\n\nThe bridge opens at eight.\n"))
                )
                .Reason
        );

    [Fact]
    public async Task AnIndexThatFailsIsNoNotFound()
    {
        var broken = new CountingPassageIndex { Fails = new IndexUnavailableException("Broken.", new IOException()) };
        Assert.IsType<Answer.Unavailable>(await AskAsync("When was the bridge opened?", broken));
    }

    [Fact]
    public async Task AQuoteThatDoesNotStandThereIsDropped()
    {
        var crooked = new CrookedIndex(_index);
        Assert.IsType<Answer.NotFound>(await AskAsync("When was the bridge over the Elbe opened?", crooked));
    }

    [Fact]
    public async Task NeverMoreSentencesThanAllowed()
    {
        var answer = await GroundedAsync("What is grown in the valley, apples or pears?", maxSentences: 1);
        Assert.Single(answer.Sentences);
    }

    [Fact]
    public async Task OfTwoQuestionsEachHasAsManyAsAllowed()
    {
        var answer = await GroundedAsync("What is grown in the valley, apples or pears, and what was opened?", maxSentences: 1);
        Assert.Equal(
            [
                "Apples are grown in the valley. Pears are grown there too.",
                "The bridge over the river Elbe was opened on 12 May 1893 by the king. But it was closed in 1945. The mayor John Doe led the repair.",
            ],
            answer.Sentences.Select(sentence => sentence.Text)
        );
    }

    [Fact]
    public async Task ASentenceFullOfSpeakersTakesNoLongerThanItsLengthSays()
    {
        _index.Apply([Some.Article("b.md", string.Concat(Enumerable.Repeat("said Reuel, the very ", 5_000)) + "end.")], [], []);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await Task.Run(() => AskAsync("What did Reuel say about the garden?"), limit.Token).WaitAsync(limit.Token);
    }

    [Theory]
    [InlineData("foo AND (")]
    [InlineData("*:*")]
    [InlineData("a/b")]
    [InlineData("C#?")]
    [InlineData("the of and")]
    [InlineData("\\\"[1 TO 5]^2~")]
    public async Task OddQuestionsAreOnlyQuestions(string question) => Assert.IsType<Answer.NotFound>(await AskAsync(question));

    [Theory]
    [InlineData("When was the bridge over the Elbe opened?")]
    [InlineData("Which is older, the bridge over the Elbe or the castle?")]
    [InlineData("When was the bridge opened? How many rooms has the castle? What is grown in the valley?")]
    public async Task ToldToStopItSearchesNoMore(string question)
    {
        using var ends = new CancellationTokenSource();
        var index = new EndingIndex(_index, ends);
        await Assert.ThrowsAsync<OperationCanceledException>(() => AskAsync(question, index, ends: ends.Token));
        Assert.Equal(1, index.Searches);
    }

    [Fact]
    public async Task WhatIsNotSureIsOneSentenceThatSaysSoAndMarksNothing()
    {
        var answer = Assert.IsType<Answer.Grounded>(
            await AskAsync("When was the bridge over the Elbe opened?", settings: new AnswersOptions { SureFrom = 1, PerhapsFrom = 0.1 })
        );
        var sentence = Assert.Single(answer.Sentences);
        Assert.False(answer.IsSure);
        Assert.Empty(sentence.Highlights);
        Assert.Equal($"This may not fully answer your question:\n{sentence.Text} [1]", answer.Text);
        Assert.Equal(sentence.Text, Assert.Single(answer.Citations).Quote);
    }

    [Fact]
    public async Task WhatIsNotEvenThatIsRefused() =>
        Assert.IsType<Answer.NotFound>(
            await AskAsync("When was the bridge over the Elbe opened?", settings: new AnswersOptions { SureFrom = 1, PerhapsFrom = 1 })
        );

    [Fact]
    public async Task OfTwoQuestionsEachSaysWhetherItIsSure()
    {
        var question = "When was the bridge over the Elbe opened? And how many rooms has the castle?";
        var both = Assert.IsType<Answer.Grounded>(await AskAsync(question));
        var first = Assert.IsType<Answer.Grounded>(await AskAsync("When was the bridge over the Elbe opened?"));
        var second = Assert.IsType<Answer.Grounded>(await AskAsync("How many rooms has the castle?"));
        var between = (first.Confidence + second.Confidence) / 2;
        var answer = Assert.IsType<Answer.Grounded>(
            await AskAsync(question, settings: new AnswersOptions { SureFrom = between, PerhapsFrom = 0.1 })
        );
        Assert.True(both.IsSure && answer.IsSure);
        Assert.Single(answer.Sentences.Index(), one => answer.DoubtBefore(one.Index) is not null);
    }

    private async Task<Answer.Grounded> GroundedAsync(string question, int maxSentences = 3) =>
        Assert.IsType<Answer.Grounded>(await AskAsync(question, settings: new AnswersOptions { MaxSentences = maxSentences }));

    private Task<Answer> AskAsync(
        string question,
        IPassageIndex? index = null,
        AnswersOptions? settings = null,
        CancellationToken? ends = null
    ) =>
        SomeAnswerer
            .Of(index ?? _index, _index, _readiness, _catalog, settings: settings)
            .AnswerAsync(question, [], ends ?? TestContext.Current.CancellationToken);

    /// <summary>Whoever asked goes while it searches.</summary>
    private sealed class EndingIndex(LucenePassageIndex inner, CancellationTokenSource ends) : IPassageIndex
    {
        public int Searches { get; private set; }

        public SearchResult Search(PassageQuery query, CancellationToken cancellationToken)
        {
            Searches++;
            var found = inner.Search(query, cancellationToken);
            ends.Cancel();
            return found;
        }
    }

    /// <summary>Gives passages whose lines are wrong: each block says that its text ends before it begins.</summary>
    private sealed class CrookedIndex(LucenePassageIndex inner) : IPassageIndex
    {
        public SearchResult Search(PassageQuery query, CancellationToken cancellationToken)
        {
            var found = inner.Search(query, cancellationToken);
            return found with { Passages = [.. found.Passages.Select(ranked => ranked with { Passage = Bend(ranked.Passage) })] };
        }

        private static Passage Bend(Passage passage) =>
            passage with
            {
                Blocks = [.. passage.Blocks.Select(block => block with { Places = [new PlaceStart(0, 9), new PlaceStart(5, 2)] })],
            };
    }
}
