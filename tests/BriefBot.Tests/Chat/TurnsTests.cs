using BriefBot.Answers;
using BriefBot.Chat;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Chat;

/// <summary>Messages that lean on the turn before.</summary>
public sealed class TurnsTests
{
    private const string Club = """
        ---
        title: The bee club
        ---
        # The bee club

        ## Prices

        A lid for the large hive is 22 euros. Lids are painted green by the apprentices.

        A lid for the small hive is 17 euros.

        ## Opening

        The honey house is open on Saturdays. In winter the honey house is closed.
        """;

    [Theory]
    [InlineData("no, I meant the large hive", "22 euros", "17 euros")]
    [InlineData("and for the large one?", "22 euros", "17 euros")]
    public async Task ACorrectionIsAnsweredInThePlaceOfTheQuestionBefore(string text, string said, string not)
    {
        var reply = await SayAsync("how much is a lid for the small hive?", text);
        Assert.Contains(said, reply.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain(not, reply.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("shorter")]
    [InlineData("in one sentence please")]
    public async Task TheLastAnswerIsSaidInShort(string text)
    {
        var first = Assert.IsType<Answer.Grounded>((await SayAsync("how much is a lid for the large hive?", text)).Answer());
        Assert.Single(first.Sentences);
    }

    [Fact]
    public async Task OfATableTheShortAnswerIsARowAndNotItsHeaderAlone()
    {
        using var folder = new TemporaryFolder().With(
            "rooms.md",
            "# Rooms\n\n| Room | Seats |\n|---|---|\n| Attic | 12 |\n| Cellar | 40 |\n"
        );
        await using var asked = await AskedFolder.ReadAsync(folder.Path);
        Assert.Contains("40", (await asked.SayAsync("how many seats does the cellar have?", "shorter")).Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("and in winter?")]
    [InlineData("why?")]
    [InlineData("where did he work before?")]
    public async Task WhatHasLostItsGroundIsNeverSure(string text) =>
        Assert.True((await SayAsync(text)).Answer() is Answer.NotFound or Answer.Grounded { IsSure: false });

    [Fact]
    public async Task ARefusalOfItSaysWhy()
    {
        var refusal = Assert.IsType<Answer.NotFound>((await SayAsync("and submarines?")).Answer());
        Assert.StartsWith("That seems to follow on from an earlier message", refusal.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARemarkOnTheSpellingBelongsToItsOwnMessage()
    {
        var reply = await SayAsync("how much is a lid for the samll hive?", "and the submarine?");
        Assert.DoesNotContain("samll", reply.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATitleIsNoSpeaker() =>
        Assert.Contains(
            "painted green by the apprentices",
            (await SayAsync("what does the bee club article say about lids?")).Text(),
            StringComparison.Ordinal
        );

    private static async Task<Reply> SayAsync(params string[] messages)
    {
        using var folder = new TemporaryFolder().With("club.md", Club);
        await using var asked = await AskedFolder.ReadAsync(folder.Path);
        return await asked.SayAsync(messages);
    }
}
