using BriefBot.Answers;
using BriefBot.Answers.Evaluation;
using BriefBot.Answers.Language;
using BriefBot.Knowledge;
using BriefBot.Retrieval;
using BriefBot.Service.Answers;
using BriefBot.Service.Knowledge;
using BriefBot.Service.Retrieval;
using BriefBot.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace BriefBot.Tests.Answers;

/// <summary>A folder with an article and <c>synonyms.txt</c>, read and asked in jargon.</summary>
public sealed class SynonymAnswersTests : IDisposable
{
    private const string Meeting =
        "The Shanghai Cooperation Organisation met in Tianjin on 1 September 2025. Its members talked about trade.";
    private const string Budget = "The quarterly budget of the harbour was cut by 12 percent in May. The mayor John Doe explained it.";

    private readonly TemporaryFolder _folder = new TemporaryFolder().With(
        "a.md",
        $"# News\n\n## Meetings\n\n{Meeting}\n\n## Money\n\n{Budget}\n"
    );
    private readonly SwappingIndex _index = new(IndexFolder.InMemory());
    private readonly ServiceProvider _services;

    public SynonymAnswersTests()
    {
        var services = new ServiceCollection();
        services.AddLogging().AddOptions().AddSingleton<IPassageIndex>(_index);
        services.Configure<KnowledgeOptions>(options => options.Path = _folder.Path);
        // Whether synonyms decide is seen where there is nothing between an answer and none.
        services.Configure<AnswersOptions>(options => (options.SureFrom, options.PerhapsFrom) = (0.5, 1));
        services.AddKnowledge().AddRetrieval(_ => _index.Inner).AddAnswers();
        _services = services.BuildServiceProvider();
    }

    public void Dispose()
    {
        _services.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("SCO => Shanghai Cooperation Organisation", "When did the SCO meet?", "1 September 2025")]
    [InlineData("SCO, Shanghai Cooperation Organisation", "when did the sco meet", "1 September 2025")]
    [InlineData("club gang => SCO, Shanghai Cooperation Organisation", "When did the club gang meet?", "1 September 2025")]
    [InlineData("burn rate, quarterly budget", "By how much was the burn rate cut?", "12 percent")]
    [InlineData("boss => mayor", "Who is the boss?", "John Doe")]
    public async Task AQuestionInJargonIsAnswered(string rule, string question, string answer)
    {
        await ReadAsync("");
        Assert.IsType<Answer.NotFound>(await AskAsync(question));
        await ReadAsync(rule);
        Assert.Contains(answer, Assert.IsType<Answer.Grounded>(await AskAsync(question)).Sentences[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnEditChangesTheAnswerAndTheQuoteStaysVerbatim()
    {
        await ReadAsync("quango => harbour");
        var before = Assert.IsType<Answer.Grounded>(await AskAsync("What happened to the budget of the quango?"));
        Assert.StartsWith(Budget.Split(". ")[0] + ".", before.Citations[0].Quote, StringComparison.Ordinal);
        await ReadAsync("quango => Shanghai Cooperation Organisation");
        var after = Assert.IsType<Answer.Grounded>(await AskAsync("When did the quango meet?"));
        Assert.Contains("Tianjin", after.Citations[0].Quote, StringComparison.Ordinal);
        File.Delete(_folder["synonyms.txt"]);
        await IndexAsync();
        Assert.Contains("quango", Assert.IsType<Answer.NotFound>(await AskAsync("What is a quango?")).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASynonymCountsAsTheWordItself()
    {
        await ReadAsync("moolah => budget");
        var (jargon, plain) = (
            await AskAsync("Why was the moolah of the harbour cut?"),
            await AskAsync("Why was the budget of the harbour cut?")
        );
        Assert.Equal(Assert.IsType<Answer.Grounded>(plain).Citations[0].Quote, Assert.IsType<Answer.Grounded>(jargon).Citations[0].Quote);
        Assert.InRange(((Answer.Grounded)jargon).Confidence, ((Answer.Grounded)plain).Confidence - 0.05, 1);
    }

    [Fact]
    public async Task WhatIsAskedForUnderAnotherNameIsNoAnswer()
    {
        await ReadAsync("SCO => Shanghai Cooperation Organisation");
        var answer = Assert.IsType<Answer.Grounded>(await AskAsync("In which city did the SCO meet?"));
        var mark = Assert.Single(answer.Sentences[0].Highlights);
        Assert.Equal("Tianjin", answer.Sentences[0].Text.Substring(mark.Start, mark.Length));
    }

    [Fact]
    public async Task ARefusalDoesNotSayThatAWordIsMissingWhoseSynonymIsThere()
    {
        await ReadAsync("SCO => Shanghai Cooperation Organisation");
        var refusal = Assert.IsType<Answer.NotFound>(await AskAsync("Which pancakes were cooked for the SCO anniversary?"));
        Assert.DoesNotContain("sco", refusal.Reason, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("pancakes", refusal.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AWordThatTheSynonymsKnowIsNotCorrected()
    {
        Assert.Contains(
            "“harbour” (you typed “harbur”)",
            Assert.IsType<Answer.NotFound>(await AskReadAsync("", "Who owns the harbur zoo?")).Suggestion,
            StringComparison.Ordinal
        );
        Assert.Null(Assert.IsType<Answer.NotFound>(await AskReadAsync("Harbur Inc, HI", "Who owns the harbur zoo?")).Suggestion);
    }

    [Fact]
    public async Task AChatSpellingThatTheSynonymsExplainIsNotWrittenOut()
    {
        await ReadAsync("gov => mayor");
        Assert.Contains(
            "John Doe",
            Assert.IsType<Answer.Grounded>(await AskAsync("who is the gov")).Sentences[0].Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task AFollowUpLeansOnTheSynonymsOfTheQuestionBefore()
    {
        await ReadAsync("SCO => Shanghai Cooperation Organisation");
        var answer = await AskAsync("where was that?", "When did the SCO meet?");
        Assert.Contains("Tianjin", Assert.IsType<Answer.Grounded>(answer).Sentences[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAnswerInFlightKeepsTheSynonymsItBeganWith()
    {
        await ReadAsync("SCO => Shanghai Cooperation Organisation");
        _index.BeforeSearch = () => _services.GetRequiredService<ISynonymStore>().Replace([]);
        Assert.IsType<Answer.Grounded>(await AskAsync("When did the SCO meet?"));
        Assert.IsType<Answer.NotFound>(await AskAsync("When did the SCO meet?"));
    }

    [Fact]
    public async Task BadLinesAreNamedAndTheGoodOnesAnswer()
    {
        var report = await ReadAsync("alone\nSCO => Shanghai Cooperation Organisation\nthe, of");
        Assert.Equal([1, 3], report.Problems.Select(problem => problem.Line ?? 0));
        Assert.IsType<Answer.Grounded>(await AskAsync("When did the SCO meet?"));
    }

    [Fact]
    public async Task AsManySynonymsAsThereMayBeAreStillAnAnswer()
    {
        var names = Enumerable.Range(0, 10_000).Select(i => $"SCO => Shanghai Cooperation Organisation, shanghai b{i}, harbour c{i}, d{i}");
        Assert.Equal(21, (await ReadAsync(string.Join('\n', names))).Problems.Count);
        Assert.IsType<Answer.Grounded>(await AskAsync("When did the SCO meet?"));
    }

    [Fact]
    public async Task MostQuestionsOfADeskInItsJargonAreAnsweredWithItsSynonymsOnly()
    {
        foreach (var file in Directory.GetFiles(Checkout.Path("knowledge")))
        {
            File.Copy(file, _folder[Path.GetFileName(file)]);
        }

        File.Delete(_folder["a.md"]);
        var questions = QuestionsFile.Read(Checkout.Path("tests/BriefBot.Tests/Answers/Jargon/jargon-questions.jsonl"));
        await ReadAsync("");
        Assert.InRange((await EvaluateAsync(questions)).RightShare, 0, 0.4);
        await ReadAsync(File.ReadAllText(Checkout.Path("tests/BriefBot.Tests/Answers/Jargon/synonyms.txt")));
        Assert.InRange((await EvaluateAsync(questions)).RightShare, 0.85, 1);
    }

    private IAnswerer Answerer => _services.GetRequiredService<IAnswerer>();

    private Task<EvaluationReport> EvaluateAsync(IReadOnlyList<EvaluationQuestion> questions) =>
        EvaluationRun.RunAsync(Answerer, null, questions, _ => { }, TestContext.Current.CancellationToken);

    private Task<IndexReport> ReadAsync(string synonyms)
    {
        _folder.With("synonyms.txt", synonyms);
        return IndexAsync();
    }

    private Task<IndexReport> IndexAsync() =>
        Task.FromResult(_services.GetRequiredService<KnowledgeIndexer>().Index(TestContext.Current.CancellationToken));

    private async Task<Answer> AskAsync(string question, params string[] earlier) =>
        await Answerer.AnswerAsync(
            question,
            await EvaluationRun.AskAllAsync(Answerer, earlier, TestContext.Current.CancellationToken),
            TestContext.Current.CancellationToken
        );

    private async Task<Answer> AskReadAsync(string synonyms, string question)
    {
        await ReadAsync(synonyms);
        return await AskAsync(question);
    }

    /// <summary>Does something between the analysis of a question and the search for its words.</summary>
    private sealed class SwappingIndex(LucenePassageIndex inner) : IPassageIndex
    {
        public LucenePassageIndex Inner { get; } = inner;

        public Action? BeforeSearch { get; set; }

        public SearchResult Search(PassageQuery query, CancellationToken cancellationToken)
        {
            BeforeSearch?.Invoke();
            return Inner.Search(query, cancellationToken);
        }
    }
}
