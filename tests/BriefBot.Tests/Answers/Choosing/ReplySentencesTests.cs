using BriefBot.Answers.Choosing;
using BriefBot.Answers.Ranking;
using BriefBot.Knowledge.Articles;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Answers.Choosing;

public sealed class ReplySentencesTests
{
    [Fact]
    public void TheBestSentenceIsAlwaysThere() => Assert.Equal(["The mill burnt in 1931."], Reply(1, "when did the mill burn", "The mill burnt in 1931. The lake is deep."));

    [Fact]
    public void WhatASentenceLeansOnComesBeforeIt() =>
        Assert.Equal(["Ann Berg built the mill.", "But she sold the mill to Tobias Wend."],
            Reply(3, "to whom was the mill sold", "Ann Berg built the mill. But she sold the mill to Tobias Wend."));

    [Fact]
    public void WithoutRoomItStandsAlone() =>
        Assert.Equal(["But she sold the mill to Tobias Wend."], Reply(1, "to whom was the mill sold", "Ann Berg built the mill. But she sold the mill to Tobias Wend."));

    [Fact]
    public void NothingIsSaidTwice() =>
        Assert.Single(Reply(3, "when did the mill burn", "The mill burnt in 1931.", "The mill burnt in 1931."));

    [Fact]
    public void AShortListComesWholeUnderItsIntroduction() =>
        Assert.Equal(["Bring these:", "a map", "a torch", "cash"],
            Reply(2, "list what to bring", [Some.Block("Bring these:"), Item("a map", 2), Item("a torch", 3), Item("cash", 4)]));

    [Fact]
    public void OneItemThatIsAskedForComesWithItsIntroductionOnly() =>
        Assert.Equal(["Tolls are these:", "lorries pay nine marks"],
            Reply(3, "which tolls do lorries pay", [Some.Block("Tolls are these:"), Item("cars pay two marks", 2), Item("lorries pay nine marks", 3), Item("bikes pay none", 4)]));

    [Fact]
    public void ALongListDoesNotComeWhole() =>
        Assert.InRange(Reply(3, "list what to bring", [Some.Block("Bring these:"), .. Enumerable.Range(0, 12).Select(i => Item($"thing {i}", i + 2))]).Length, 1, 3);

    private static TextBlock Item(string text, int line) => Some.Block(text, BlockKind.ListItem, line);

    private static string[] Reply(int most, string question, params string[] texts) => Reply(most, Asked.Of(question, texts));

    private static string[] Reply(int most, string question, TextBlock[] blocks) => Reply(most, Asked.Of(question, blocks));

    private static string[] Reply(int most, Findings findings) =>
        [.. new ReplySentences(RankingModel.Shipped, most).Choose(findings).Select(candidate => candidate.Sentence.Text)];
}
