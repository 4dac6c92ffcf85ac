using BriefBot.Answers.Evaluation;

namespace BriefBot.Tests.Answers;

public sealed class AnswerMatchTests
{
    [Theory]
    [InlineData("It was on 3 September 2025.", "3 September 2025", true)]
    [InlineData("A tariff of 50%.", "50 %", true)]
    [InlineData("The cost was 1,000 dollars", "1000", true)]
    [InlineData("She saw the big man", "saw big man", true)]
    [InlineData("It was 500.", "50", false)]
    [InlineData("They tariffed it", "tariff*", true)]
    [InlineData("They tariffed it", "tariff", false)]
    [InlineData("Leif-Eric Easley", "leif eric", true)]
    [InlineData("Anything", "", false)]
    public void AnAnswerIsMatchedByWholeWords(string sentence, string answer, bool holds) =>
        Assert.Equal(holds, AnswerMatch.Holds(sentence, [answer]));
}
