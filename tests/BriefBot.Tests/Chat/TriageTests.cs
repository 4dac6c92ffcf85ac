using BriefBot.Chat;
using BriefBot.Chat.Servers;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Chat;

public sealed class TriageTests
{
    private readonly ChatOptions _options = new();
    private ServerSettings _server = ServerSettings.Empty;
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

    [Fact]
    public void AServersSettingsNarrowWhatTheOperatorAllows()
    {
        _options.Allow.Channels = ["general", "help"];
        _server = Set(new SettingsChange.Allow(new NamedId("help", "#help"), new NamedId("reader", "@reader"), null));
        Assert.Equal(TriageVerdict.NotAllowed, Of(_message));
        Assert.Equal(TriageVerdict.ForUs, Of(_message with { Channel = "help" }));
        Assert.Equal(TriageVerdict.ForUs, Of(_message with { Channel = "help", Thread = "one of its threads" }));
        Assert.Equal(TriageVerdict.NotAllowed, Of(_message with { Channel = "help", Roles = ["member"] }));
        _server = Set(new SettingsChange.Allow(new NamedId("elsewhere", "#elsewhere"), null, null));
        Assert.Equal(TriageVerdict.NotAllowed, Of(_message with { Channel = "elsewhere" }));
    }

    [Fact]
    public void APersonWhomAServerAllowsNeedsNoRole()
    {
        _server = Set(
            new SettingsChange.Allow(null, new NamedId("expert", "@expert"), null),
            new SettingsChange.Allow(null, null, new NamedId(_message.Author, "@me"))
        );
        Assert.Equal(TriageVerdict.ForUs, Of(_message));
        Assert.Equal(TriageVerdict.NotAllowed, Of(_message with { Author = "another" }));
    }

    [Fact]
    public void AServersSettingOfAChannelOverridesTheFiles()
    {
        var overheard = _message with { Kind = MessageKind.Overheard };
        _options.Channels["general"] = new ChannelOptions { Listen = ListenTo.Commands, Answer = AnswerIn.Thread };
        _server = Set(new SettingsChange.Channel(new NamedId("general", "#general"), ListenTo.Everything, null));
        Assert.Equal(TriageVerdict.ForUs, Of(overheard));
        Assert.True(Triage.AnswersInThread(overheard, _options, _server));
        _server = _server.With(new SettingsChange.Channel(new NamedId("general", "#general"), null, AnswerIn.Reply));
        Assert.Equal(TriageVerdict.ForUs, Of(overheard));
        Assert.False(Triage.AnswersInThread(overheard, _options, _server));
        _server = _server.With(new SettingsChange.Remove(new NamedId("general", "#general"), null, null));
        Assert.Equal(TriageVerdict.NotAddressed, Of(overheard));
    }

    [Fact]
    public void WhoeverManagesAServerCantLockThemselvesOutOfItsSettings()
    {
        _server = Set(new SettingsChange.Allow(new NamedId("help", "#help"), null, null));
        var command = _message with { Kind = MessageKind.Command, Command = BotCommand.Settings };
        Assert.Equal(TriageVerdict.ForUs, Of(command with { MayManage = true }));
        Assert.Equal(TriageVerdict.NotAllowed, Of(command));
        Assert.Equal(TriageVerdict.NotAllowed, Of(command with { MayManage = true, Command = BotCommand.Ask }));
        _server = _server.With(new SettingsChange.Reset());
        Assert.Equal(TriageVerdict.ForUs, Of(_message));
    }

    private static ServerSettings Set(params SettingsChange[] changes) =>
        changes.Aggregate(ServerSettings.Empty, (settings, change) => settings.With(change));

    private TriageVerdict Of(IncomingMessage message) => Triage.Decide(message, _options, _server);
}
