using BriefBot.Answers;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Answers;

public sealed class SeveralAnswersTests
{
    [Fact]
    public void WhatIsNamedBesideEachAnswerIsNamed()
    {
        var (one, other) = (new NearMiss("a.md", "A", "", "x"), new NearMiss("b.md", "B", "", "y"));
        var joined = SeveralAnswers.Join([
            ScriptedAnswerer.Grounded("One.") with
            {
                Older = [one],
            },
            ScriptedAnswerer.Grounded("Two.") with
            {
                Older = [other],
                SeeAlso = [one],
            },
        ]);
        Assert.Equal([one, other], joined.Older);
        Assert.Equal([one], joined.SeeAlso);
    }

    [Fact]
    public void SentencesAreNumberedThroughInTheOrderOfTheQuestions()
    {
        var answer = Joined(["one?", "two?"], Grounded("First.", 0.9), Grounded("Second.", 0.5));
        Assert.Equal("One › Two:\nFirst. [1]\nOne › Two:\nSecond. [2]", answer.Text);
        Assert.Equal([0, 1], answer.Sentences.Select(sentence => sentence.Question));
        Assert.Equal(0.5, answer.Confidence);
    }

    [Fact]
    public void WhatTwoQuestionsHaveInCommonIsSaidOnce() =>
        Assert.Equal("One › Two:\nSame. [1]", Joined(["one?", "two?"], Grounded("Same."), Grounded("Same.")).Text);

    [Fact]
    public void WhatIsNotFoundIsNamed() =>
        Assert.Equal(["two?"], Joined(["one?", "two?"], Grounded("First."), new Answer.NotFound { Reason = "no" }).Unanswered);

    [Fact]
    public void WhereNothingIsFoundTheReasonsAreSaidOnceEach()
    {
        var answer = SeveralAnswers.Join(
            ["one?", "two?", "three?"],
            [new Answer.NotFound { Reason = "a" }, new Answer.NotFound { Reason = "b" }, new Answer.NotFound { Reason = "a" }]
        );
        Assert.Equal("a b", Assert.IsType<Answer.NotFound>(answer).Reason);
    }

    [Fact]
    public void WhatIsUnavailableMakesTheWholeSo() =>
        Assert.Equal(
            new Answer.Unavailable("broken"),
            SeveralAnswers.Join(["one?", "two?"], [Grounded("First."), new Answer.Unavailable("broken")])
        );

    [Fact]
    public void AnAnswerThatFitsNoMessageIsShortened()
    {
        var long1 = new string('a', 2_000);
        Assert.Equal(
            [long1],
            Joined(["one?", "two?"], Grounded(long1), Grounded(new string('b', 2_000))).Sentences.Select(sentence => sentence.Text)
        );
    }

    private static Answer.Grounded Joined(string[] parts, params Answer[] answers) =>
        Assert.IsType<Answer.Grounded>(SeveralAnswers.Join(parts, answers));

    private static Answer.Grounded Grounded(string text, double confidence = 0.5) =>
        new()
        {
            Sentences = [new AnswerSentence { Text = text, Citations = [1] }],
            Citations = [ScriptedAnswerer.Citation(text)],
            Confidence = confidence,
        };
}
