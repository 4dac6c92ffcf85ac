using BriefBot.Answers.Ranking;
using BriefBot.Answers.Selection;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Answers.Selection;

public sealed class HighlighterTests
{
    [Theory]
    [InlineData(
        "what is the total tariff on India",
        "The extra tariff of 25% was the price for its purchases, and it brought the total tariff on India to 50%.",
        "50%"
    )]
    [InlineData("when did the mill burn", "The mill was built in 1902 by a cooper; the mill burnt in 1931.", "1931")]
    [InlineData("how many students went to public schools", "There were 540 students in public schools and 311 nurses elsewhere.", "540")]
    [InlineData("who led the Railway Museum", "Ruth Castellan led the Railway Museum for years.", "Ruth Castellan")]
    public void WhatTheWordsAroundItMakeTheAnswerIsMarked(string question, string sentence, string marked) =>
        Assert.Equal(marked, Marked(question, sentence));

    [Theory]
    [InlineData("why did the mill burn", "The mill burnt in 1931 because Ann Berg had left a lamp there.")]
    [InlineData("when did the mill burn", "The mill burnt to the ground.")]
    [InlineData("when was the parade of 3 May 2024", "The parade of 3 May 2024 was long.")]
    [InlineData("how many people live in Selm", "The mayor of Selm, who has been in office for 12 years, keeps 3 dogs and 4 cats.")]
    public void WhatIsNotSureIsNot(string question, string sentence) => Assert.Null(Marked(question, sentence));

    [Fact]
    public void APartOfAWordIsNeverMarked() =>
        Assert.DoesNotContain("DVB", Marked("which standard does it use", "It uses the DVB-S2 standard.") ?? "", StringComparison.Ordinal);

    [Fact]
    public async Task ASentenceFullOfNumbersTakesNoLongerThanItsLengthSays()
    {
        var sentence = string.Concat(Enumerable.Range(1, 150).Select(i => $"war {i} ")) + "end.";
        var marking = Task.Run(() => Marked("how many soldiers fought in the war", sentence), TestContext.Current.CancellationToken);
        Assert.Null(await marking.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
    }

    private static string? Marked(string question, string sentence)
    {
        var findings = Asked.Of(question, sentence);
        var reply = findings.All[0].Candidate.Sentences.ToArray();
        return new Highlighter(RankingModel.Shipped).Choose(findings.Match, reply) is { } mark
            ? reply[mark.Sentence].Text.Substring(mark.Part.Start, mark.Part.Length)
            : null;
    }
}
