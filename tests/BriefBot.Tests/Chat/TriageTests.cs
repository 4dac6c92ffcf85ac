using BriefBot.Chat;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Chat;

public sealed class TriageTests
{
    private readonly ChatOptions _options = new();
    private readonly IncomingMessage _message = Some.Message("What is so?", "general") with
    {
        Server = "server",
        Kind = MessageKind.Mention,
        Roles = ["reader", "member"],
    };

    [Theory]
    [InlineData(MessageKind.Mention, TriageVerdict.ForUs, TriageVerdict.NotAddressed, TriageVerdict.ForUs)]
    [InlineData(MessageKind.Reply, TriageVerdict.ForUs, TriageVerdict.NotAddressed, TriageVerdict.ForUs)]
    [InlineData(MessageKind.Command, TriageVerdict.ForUs, TriageVerdict.ForUs, TriageVerdict.ForUs)]
    [InlineData(MessageKind.Direct, TriageVerdict.ForUs, TriageVerdict.ForUs, TriageVerdict.ForUs)]
    [InlineData(MessageKind.Overheard, TriageVerdict.NotAddressed, TriageVerdict.NotAddressed, TriageVerdict.ForUs)]
    public void WhatIsTakenInAChannelIsASetting(object kind, object mentions, object commands, object everything)
    {
        foreach (
            var (listen, expected) in new[]
            {
                (ListenTo.Mentions, mentions),
                (ListenTo.Commands, commands),
                (ListenTo.Everything, everything),
            }
        )
        {
            _options.Channels["general"] = new ChannelOptions { Listen = listen };
            Assert.Equal(expected, Of(_message with { Kind = (MessageKind)kind }));
        }

        _options.Channels.Clear();
        Assert.Equal(mentions, Of(_message with { Kind = (MessageKind)kind }));
    }

    [Fact]
    public void AThreadHasTheSettingOfItsChannelUnlessItHasItsOwn()
    {
        var overheard = _message with { Kind = MessageKind.Overheard, Thread = "thread" };
        _options.Channels["general"] = new ChannelOptions { Listen = ListenTo.Everything };
        Assert.Equal(TriageVerdict.ForUs, Of(overheard));
        _options.Channels["thread"] = new ChannelOptions();
        Assert.Equal(TriageVerdict.NotAddressed, Of(overheard));
    }

    [Fact]
    public void WhatABotSaysIsIgnoredHoweverItIsSaid()
    {
        _options.Channels["general"] = new ChannelOptions { Listen = ListenTo.Everything };
        Assert.All(
            Enum.GetValues<MessageKind>(),
            kind => Assert.Equal(TriageVerdict.FromBot, Of(_message with { Kind = kind, IsFromBot = true }))
        );
    }

    [Fact]
    public void WhatCallsEverybodyOrARoleIsIgnored()
    {
        _options.Channels["general"] = new ChannelOptions { Listen = ListenTo.Everything };
        foreach (var kind in new[] { MessageKind.Mention, MessageKind.Reply, MessageKind.Overheard })
        {
            Assert.Equal(TriageVerdict.CallsMany, Of(_message with { Kind = kind, PingsEveryone = true }));
            Assert.Equal(TriageVerdict.CallsMany, Of(_message with { Kind = kind, PingsRole = true }));
        }
    }

    [Theory]
    [InlineData("server", "", "", "", true)]
    [InlineData("another", "", "", "", false)]
    [InlineData("", "general", "", "", true)]
    [InlineData("", "thread", "", "", true)]
    [InlineData("", "another", "", "", false)]
    [InlineData("", "", "member", "", true)]
    [InlineData("", "", "another", "", false)]
    [InlineData("", "", "", "ann", true)]
    [InlineData("", "", "", "bob", false)]
    [InlineData("server", "general", "reader", "ann", true)]
    [InlineData("server", "general", "reader", "bob", false)]
    [InlineData("another,server", "", "", "", true)]
    public void OnlyWhatIsAllowedIsAnswered(string servers, string channels, string roles, string people, bool isAllowed)
    {
        _options.Allow = new AllowOptions
        {
            Servers = List(servers),
            Channels = List(channels),
            Roles = List(roles),
            People = List(people),
        };
        Assert.Equal(isAllowed ? TriageVerdict.ForUs : TriageVerdict.NotAllowed, Of(_message with { Thread = "thread" }));
    }

    [Fact]
    public void ADirectMessageHasNoServerThatCouldBeAllowed()
    {
        var direct = _message with { Kind = MessageKind.Direct, Server = null, Roles = [] };
        Assert.Equal(TriageVerdict.ForUs, Of(direct));
        _options.Allow.Servers = ["server"];
        Assert.Equal(TriageVerdict.NotAllowed, Of(direct));
        _options.Allow = new AllowOptions { Roles = ["member"] };
        Assert.Equal(TriageVerdict.NotAllowed, Of(direct));
    }

    private static string[] List(string ids) => ids.Split(',', StringSplitOptions.RemoveEmptyEntries);

    private TriageVerdict Of(IncomingMessage message) => Triage.Decide(message, _options);
}
