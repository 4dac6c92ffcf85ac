using BriefBot.Answers;
using BriefBot.Answers.Evaluation;
using BriefBot.Answers.Language;
using BriefBot.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace BriefBot.Tests.Answers.Kinds;

/// <summary>
/// More than one kind of question, asked of three articles that were written for it. The frozen questions were read while this was
/// built: their floor guards what works, and says nothing of other questions.
/// </summary>
public sealed class KindsTests : IAsyncLifetime
{
    private AskedFolder _folder = null!;

    public async ValueTask InitializeAsync() =>
        _folder = await AskedFolder.ReadAsync(Checkout.Path("tests/BriefBot.Tests/Answers/Kinds/articles"));

    public ValueTask DisposeAsync() => _folder.DisposeAsync();

    [Theory]
    [InlineData("own-kinds.jsonl", "tests/BriefBot.Tests/Answers/Kinds/articles")]
    [InlineData("shipped-kinds.jsonl", "knowledge")]
    public async Task OfTheFrozenQuestionsMostAreRightAndRefused(string file, string folder)
    {
        await using var asked = await AskedFolder.ReadAsync(Checkout.Path(folder), embeddings: true);
        var questions = QuestionsFile.Read(Checkout.Path("tests/BriefBot.Tests/Answers/Kinds/" + file));
        var report = await EvaluationRun.RunAsync(asked.Answerer, null, questions, _ => { }, TestContext.Current.CancellationToken);
        Assert.True(report.RightShare >= 0.85, $"right: {report.All.Right} of {report.All.Answerable}");
        Assert.True(report.RefusedShare >= 0.7, $"refused: {report.All.Refused} of {report.All.Unanswerable}");
        Assert.True(report.All.SureRight >= 0.9 * report.All.Sure, $"right of the sure: {report.All.SureRight} of {report.All.Sure}");
        Assert.True(
            report.All.SureAnyway <= 0.15 * report.All.Unanswerable,
            $"said as sure: {report.All.SureAnyway} of {report.All.Unanswerable}"
        );
    }

    [Fact]
    public async Task SeveralQuestionsAreAnsweredInOrderAndNumberedThrough()
    {
        var answer = await GroundedAsync("who founded the Glass Museum, and who leads the Railway Museum?");
        var text = answer.Text;
        Assert.True(text.IndexOf("Odile Brandt", StringComparison.Ordinal) < text.IndexOf("Ruth Castellan", StringComparison.Ordinal));
        Assert.Equal(Enumerable.Range(1, answer.Citations.Count), answer.Citations.Select(citation => citation.Number));
        Assert.Equal(
            answer.Sentences.Select(sentence => sentence.Text),
            answer.Sentences.Select(sentence => answer.Citations[sentence.Citations[0] - 1].Quote)
        );
        Assert.Empty(answer.Unanswered);
    }

    [Fact]
    public async Task APartThatIsNotFoundIsSaidSoAndTheLowestConfidenceIsThatOfAll()
    {
        var answer = await GroundedAsync("is weedkiller allowed? who is the prime minister of Norway? what is a wicking bed?");
        Assert.Equal(["who is the prime minister of Norway?"], answer.Unanswered);
        Assert.EndsWith("I found nothing about “who is the prime minister of Norway?”.", answer.Text, StringComparison.Ordinal);
        var alone = new[] { await GroundedAsync("is weedkiller allowed?"), await GroundedAsync("what is a wicking bed?") };
        Assert.Equal(alone.Min(part => part.Confidence), answer.Confidence);
    }

    [Fact]
    public async Task WhereNoPartIsFoundThereIsNoAnswer() =>
        Assert.IsType<Answer.NotFound>(await AskAsync("who is the prime minister of Norway? what is a funicular?"));

    [Fact]
    public async Task AQuestionAfterSeveralLeansOnTheLast() =>
        Assert.Contains(
            "Brandt",
            (await GroundedAsync("who founded it?", "when did the Railway Museum open? what is the Glass Museum?")).Text,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("which is bigger, the Glass Museum or the Railway Museum?")]
    [InlineData("is the Glass Museum larger than the Railway Museum?")]
    public async Task OfTwoThatAreComparedASentenceThatHoldsBothIsEnough(string question)
    {
        var answer = await GroundedAsync(question);
        Assert.StartsWith(
            "The Railway Museum covers 9,000 square metres and the Glass Museum 2,400.",
            Assert.Single(answer.Sentences).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task OfTwoThatAreComparedEachHasItsSentence()
    {
        var answer = await GroundedAsync("compare the visitors of the Glass Museum and the Railway Museum in 2024");
        Assert.Contains("61,000", answer.Sentences[0].Text, StringComparison.Ordinal);
        Assert.Contains("88,000", answer.Sentences[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutOneOfTheTwoItIsNamed() =>
        Assert.Equal(
            "I found nothing about “Louvre”.",
            Assert.IsType<Answer.NotFound>(await AskAsync("what costs more, the Glass Museum or the Louvre?")).Reason
        );

    [Theory]
    [InlineData("did Reuel attend the signing?", "did not attend")]
    [InlineData("can i take photos in the glass museum", "are not allowed in the Glass Museum")]
    [InlineData("do members have to pay a fee in the garden?", "fee")]
    public async Task WhatSettlesItIsShownWithItsNegation(string question, string settles) =>
        Assert.Contains(settles, (await GroundedAsync(question)).Sentences[0].Text, StringComparison.Ordinal);

    [Fact]
    public async Task ASentenceThatOnlySharesTheNameIsNoSureAnswer() =>
        Assert.False(await AskAsync("is Elena Sato divorced?") is Answer.Grounded { IsSure: true });

    [Theory]
    [InlineData("list the demands of the dockers' union", 5)]
    [InlineData("which engines still run under steam?", 6)]
    public async Task AShortListComesWholeEachItemCited(string question, int sentences)
    {
        var answer = await GroundedAsync(question);
        Assert.Equal(sentences, answer.Sentences.Count);
        Assert.All(
            answer.Sentences,
            sentence => Assert.Equal(sentence.Text, answer.Citations[Assert.Single(sentence.Citations) - 1].Quote)
        );
    }

    [Fact]
    public async Task OneItemThatIsAskedForComesWithoutTheOthers() =>
        Assert.DoesNotContain(
            (await GroundedAsync("when was the engine Boreas built?")).Sentences,
            sentence => sentence.Text.Contains("Duchess", StringComparison.Ordinal)
        );

    [Fact]
    public async Task OnlyTheSpeakersOwnWordsWillDo()
    {
        var answer = await GroundedAsync("what did Reuel say about the brakes?");
        Assert.Contains("According to Reuel", Assert.Single(answer.Sentences).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoSaysNothingOfItIsNamed() =>
        Assert.Equal(
            "The articles don’t quote “malm” on that.",
            Assert.IsType<Answer.NotFound>(await AskAsync("What did Malm say about the bees?")).Reason
        );

    [Fact]
    public async Task AnotherSpeakerTakesThePlaceOfTheFirst() =>
        Assert.Contains(
            "Reuel",
            (await GroundedAsync("and Reuel?", "what did Lindqvist say about the cranes?")).Sentences[0].Text,
            StringComparison.Ordinal
        );

    [Fact]
    public async Task WhatDefinesSomebodyComesFirst() =>
        Assert.StartsWith(
            "Viktor Malm, the shed keeper,",
            (await GroundedAsync("who is Viktor Malm?")).Sentences[0].Text,
            StringComparison.Ordinal
        );

    [Fact]
    public async Task MoreIsWhatWasNotYetShown()
    {
        var first = await GroundedAsync("what is the Railway Museum?");
        var more = await GroundedAsync("tell me more", "what is the Railway Museum?");
        var evenMore = await GroundedAsync("tell me more", "what is the Railway Museum?", "tell me more");
        string[] all = [.. new[] { first, more, evenMore }.SelectMany(answer => answer.Sentences).Select(sentence => sentence.Text)];
        Assert.Equal(all.Distinct(), all);
    }

    [Fact]
    public async Task MoreLeavesOutWhatWasShownAndNotWhatWouldBeShownNow()
    {
        var answerer = _folder.Answerer;
        var first = await GroundedAsync("what is the Railway Museum?");
        var more = await GroundedAsync("tell me more", "what is the Railway Museum?");
        var shown = new PreviousQuestion("what is the Railway Museum?", more.Citations);
        var next = Assert.IsType<Answer.Grounded>(
            await answerer.AnswerAsync("tell me more", [shown], TestContext.Current.CancellationToken)
        );
        Assert.Equal(first.Sentences[0].Text, next.Sentences[0].Text);
        Assert.DoesNotContain(next.Sentences, sentence => more.Sentences.Any(other => other.Text == sentence.Text));
    }

    [Fact]
    public async Task WhatHasLeftTheIndexIsNotShownByMore()
    {
        var store = _folder.Store;
        var first = await GroundedAsync("what is the Railway Museum?");
        store.Apply([], [.. store.ListArticles().Select(article => article.Path)], []);
        var asked = PreviousQuestion.Create("what is the Railway Museum?", first);
        Assert.IsType<Answer.NotFound>(await _folder.Answerer.AnswerAsync("tell me more", [asked], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task MoreOfNothingIsNothing() =>
        Assert.IsType<Answer.NotFound>(await AskAsync("tell me more", "who is the prime minister of Norway?"));

    /// <summary>The greatest length that may be set; expressions that try again and again would take minutes.</summary>
    [Theory]
    [InlineData("what does ", "a b, ", " say about")]
    [InlineData("compare ", "the one and ", "the other")]
    [InlineData("which ", "names ", "or")]
    [InlineData("who is it", " and who is it", "")]
    [InlineData("according to", " A", "")]
    public async Task AVeryLongQuestionTakesNoLongerThanItsLengthSays(string before, string again, string after)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await Task.Run(() => AskAsync(before + string.Concat(Enumerable.Repeat(again, 1_000)) + after), limit.Token).WaitAsync(limit.Token);
    }

    private async Task<Answer.Grounded> GroundedAsync(string question, params string[] earlier) =>
        Assert.IsType<Answer.Grounded>(await AskAsync(question, earlier));

    private Task<Answer> AskAsync(string question, params string[] earlier) => _folder.AskAsync(question, earlier);
}
