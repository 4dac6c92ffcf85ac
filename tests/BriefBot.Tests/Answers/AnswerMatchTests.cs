using BriefBot.Answers.Evaluation;

namespace BriefBot.Tests.Answers;

public sealed class AnswerMatchTests
{
    [Theory]
    [InlineData("It was on 3 September 2025.", "3 September 2025", true)]
    [InlineData("A tariff of 50%.", "50 %", true)]
    [InlineData("The cost was 1,000 dollars", "1000", true)]
    [InlineData("Write to help@site.example.", "site example", true)]
    [InlineData("She saw the big man", "saw big man", true)]
    [InlineData("It was 500.", "50", false)]
    [InlineData("They tariffed it", "tariff*", true)]
    [InlineData("They tariffed it", "tariff", false)]
    [InlineData("Leif-Eric Easley", "leif eric", true)]
    [InlineData("Anything", "", false)]
    public void AnAnswerIsMatchedByWholeWords(string sentence, string answer, bool holds) =>
        Assert.Equal(holds, AnswerMatch.Holds(sentence, [answer]));

    [Theory]
    [InlineData("Take the key to room 4 by noon.", true)]
    [InlineData("Take the key by noon.", false)]
    [InlineData("Take the key to room 4 by noon, not to room 5.", false)]
    public void AReplyIsRightThatHoldsAnAnswerAndEachPartAndNothingExcluded(string reply, bool isRight) =>
        Assert.Equal(
            isRight,
            AnswerMatch.IsRight(
                new EvaluationQuestion
                {
                    Question = "Where?",
                    Answers = ["room 4", "the attic"],
                    All = ["noon"],
                    Not = ["room 5"],
                },
                reply
            )
        );
}
