using BriefBot.Chat;
using BriefBot.Tests.Fakes;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace BriefBot.Tests.Chat;

public sealed class AskingLimitsTests
{
    private readonly ChatOptions _options = new() { AuthorPerMinute = 2, ChannelPerMinute = 3 };
    private readonly FakeTimeProvider _time = new();
    private readonly AskingLimits _limits;

    public AskingLimitsTests() => _limits = new AskingLimits(Options.Create(_options), _time);

    [Fact]
    public void AnAuthorHasSoManyInAnyMinute()
    {
        Assert.Null(Ask());
        _time.Advance(TimeSpan.FromSeconds(20));
        Assert.Null(Ask());
        Assert.Equal(TimeSpan.FromSeconds(40), Ask()?.Wait);
        _time.Advance(TimeSpan.FromSeconds(40));
        Assert.Null(Ask());
        Assert.Equal(TimeSpan.FromSeconds(20), Ask()?.Wait);
    }

    [Fact]
    public void WhatWasOverTheLimitDoesNotCount()
    {
        for (var i = 0; i < 50; i++)
        {
            Ask();
        }

        _time.Advance(TimeSpan.FromSeconds(60));
        Assert.Null(Ask());
    }

    [Fact]
    public void PatienceIsAskedForOnceInAMinute()
    {
        Assert.Equal([null, null, false, true, true], Enumerable.Range(0, 5).Select(_ => Ask()?.IsToldAlready));
        _time.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal([null, null, false, true], Enumerable.Range(0, 4).Select(_ => Ask()?.IsToldAlready));
    }

    [Fact]
    public void AllInAChannelHaveSoManyTogetherAndEachIsTold()
    {
        Assert.All(["a", "b", "c"], author => Assert.Null(Ask(author)));
        Assert.Equal((true, false), (Ask("a")?.IsOfChannel, Ask("d")?.IsToldAlready));
        Assert.True(Ask("d")?.IsToldAlready);
        Assert.Null(Ask("d", "another channel"));
    }

    [Fact]
    public void ATalkWithTheBotAloneHasNoLimitOfAChannel()
    {
        Assert.All(
            ["a", "b", "c", "d"],
            author => Assert.Null(_limits.Take(Some.Message("What is so?") with { Author = author, Kind = MessageKind.Direct }))
        );
    }

    [Fact]
    public void AuthorsOfTwoNetworksAreTwo()
    {
        Ask();
        Ask();
        Assert.Null(_limits.Take(Some.Message("What is so?") with { Network = "another" }));
    }

    private AskingLimits.RateLimitRejection? Ask(string author = "ann", string channel = "c") =>
        _limits.Take(Some.Message("What is so?", channel) with { Author = author, Kind = MessageKind.Mention });
}
