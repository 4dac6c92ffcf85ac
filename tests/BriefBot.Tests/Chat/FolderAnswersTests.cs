using BriefBot.Chat;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Chat;

/// <summary>Questions about the folder itself, asked of small folders.</summary>
public sealed class FolderAnswersTests
{
    private const string Trips = """
        ---
        title: Rules for field trips
        date: 2026-02-17
        author: Imke Vos
        tags: [trips, safety]
        summary: What to pack and whom to tell before a trip.
        ---
        # Rules for field trips
        ## Packing
        Take a whistle and two litres of water.
        ## Weather
        Nobody goes out in a gale.
        """;

    private const string Kitchen = """
        # The kitchen
        The kitchen closes at nine.
        ## Pans
        Copper pans are never washed with sand.
        """;

    [Theory]
    [InlineData(
        "what articles do you have?",
        "Articles I answer from: 2.",
        "The kitchen (kitchen.md)",
        "Rules for field trips (trips.md), 2026-02-17"
    )]
    [InlineData("how many documents are there", "Articles I answer from: 2.")]
    [InlineData("which topics do you cover", "Articles I answer from: 2.", "Rules for field trips: trips, safety")]
    [InlineData("what is the newest article?", "The newest articles first:", "Rules for field trips (trips.md), 2026-02-17")]
    [InlineData("who wrote the rules for field trips?", "Rules for field trips (trips.md) is by Imke Vos.")]
    [InlineData("who wrote the kitchen article", "The kitchen (kitchen.md) does not say who wrote it.")]
    [InlineData("when were the field trips rules last updated?", "Rules for field trips (trips.md) is dated 2026-02-17.")]
    [InlineData("when was the article about the kitchen written?", "The kitchen (kitchen.md) gives no date.")]
    [InlineData(
        "summary of the rules for field trips",
        "Rules for field trips (trips.md): What to pack and whom to tell before a trip.",
        "Packing",
        "Weather"
    )]
    [InlineData("please summarize the kitchen page", "The kitchen (kitchen.md): “The kitchen closes at nine.” (line 2)", "Pans")]
    public async Task TheyAreAnsweredFromWhatTheArticlesSayOfThemselves(string question, params string[] lines)
    {
        var reply = Assert.IsType<Reply.Sources>(await SayAsync(question));
        Assert.Equal(lines[0], reply.Said);
        Assert.Superset(lines[1..].ToHashSet(), reply.Lines.ToHashSet());
    }

    [Theory]
    [InlineData("who wrote Hamlet?")]
    [InlineData("when was the bridge last changed?")]
    [InlineData("summary of the Odyssey")]
    [InlineData("what is new in the kitchen?")]
    public async Task WhatIsNoQuestionAboutThemIsLookedUp(string question) => Assert.IsType<Reply.Answered>(await SayAsync(question));

    [Theory]
    [InlineData("pans", "Copper pans are never washed with sand.")]
    [InlineData("is there anything about gales?", "Nobody goes out in a gale.")]
    [InlineData("do you have something on whistles", "Take a whistle and two litres of water.")]
    [InlineData("tell me about copper pans", "Copper pans are never washed with sand.")]
    public async Task ABareTopicShowsWhatThereIsOnIt(string question, string said) =>
        Assert.Contains(said, Assert.IsType<Reply.Answered>(await SayAsync(question)).Text(), StringComparison.Ordinal);

    [Fact]
    public async Task OfATopicThatNothingHoldsItIsSaidThatThereIsNothing() =>
        Assert.IsType<BriefBot.Answers.Answer.NotFound>(
            Assert.IsType<Reply.Answered>(await SayAsync("is there anything about submarines?")).Answer
        );

    [Fact]
    public async Task WhereElseATopicStandsIsNamedBeneath()
    {
        using var folder = new TemporaryFolder().With(
            "a.md",
            "# Bees\n\n## Honey\n\nHoney is sold in jars.\n\n## Wax\n\nWax is what is left of honey combs.\n"
        );
        await using var asked = await AskedFolder.ReadAsync(folder.Path);
        Assert.Contains("See also: Bees › Wax", (await asked.SayAsync("honey")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheSourcesOfTheLastAnswerAreNamed()
    {
        using var folder = Folder();
        await using var asked = await AskedFolder.ReadAsync(folder.Path);
        var reply = Assert.IsType<Reply.Sources>(await asked.SayAsync("when does the kitchen close?", "source?"));
        Assert.Equal("[1] The kitchen (kitchen.md, line 2)", Assert.Single(reply.Lines));
    }

    private static TemporaryFolder Folder() => new TemporaryFolder().With("trips.md", Trips).With("kitchen.md", Kitchen);

    private static async Task<Reply> SayAsync(params string[] messages)
    {
        using var folder = Folder();
        await using var asked = await AskedFolder.ReadAsync(folder.Path);
        return await asked.SayAsync(messages);
    }
}
