using BriefBot.Chat;
using BriefBot.Chat.Memory;
using BriefBot.Chat.Servers;
using BriefBot.Service.Chat.Memory;
using BriefBot.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace BriefBot.Tests.Chat;

public sealed class SettingsCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new();
    private readonly DatabaseAnswerStore _store;

    private readonly IncomingMessage _command = Some.Message("", "general") with
    {
        Server = "server",
        Kind = MessageKind.Command,
        Command = BotCommand.Settings,
        MayManage = true,
        IsPrivate = true,
    };

    public SettingsCommandTests() =>
        _store = new DatabaseAnswerStore(
            new SqliteDatabase(_folder.Path),
            "1",
            new MemoryOptions(),
            _time,
            new CollectingLogger<DatabaseAnswerStore>()
        );

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void WithoutAChangeTheSettingsAreShown()
    {
        var (said, lines) = Run(_command);
        Assert.Equal("The settings of this server:", said);
        Assert.Equal(["Where I may be asked: in every channel", "Who may ask: everybody"], lines);
    }

    [Fact]
    public void AChangeIsKeptAndShown()
    {
        Run(_command with { Change = new SettingsChange.Allow(new NamedId("1", "#help"), new NamedId("2", "@team"), null) });
        Run(_command with { Change = new SettingsChange.Allow(new NamedId("1", "#help"), null, new NamedId("3", "@ann")) });
        var (said, lines) = Run(
            _command with
            {
                Change = new SettingsChange.Channel(new NamedId("1", "#help"), ListenTo.Everything, AnswerIn.Thread),
            }
        );
        Assert.Equal("Done. The settings of this server:", said);
        Assert.Equal(
            ["Where I may be asked: #help", "Who may ask: @team, @ann", "#help: I answer every message, in a thread for each question"],
            lines
        );
        Assert.Equal(lines, Run(_command).Lines);
    }

    [Fact]
    public void OneServerKnowsNothingOfAnother()
    {
        Run(_command with { Change = new SettingsChange.Allow(new NamedId("1", "#help"), null, null) });
        Assert.Contains("in every channel", Run(_command with { Server = "another" }).Lines[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "server")]
    [InlineData(true, null)]
    public void NobodyElseSeesOrChangesThem(bool mayManage, string? server)
    {
        var refused = _command with { MayManage = mayManage, Server = server };
        Assert.Empty(Run(refused).Lines);
        Run(refused with { Change = new SettingsChange.Allow(new NamedId("1", "#help"), null, null) });
        Assert.Contains("in every channel", Run(_command).Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutAStoreNothingIsChanged()
    {
        var command = new SettingsCommand(new ServerSettingsCache(_time));
        var (said, lines) = command.Run(_command with { Change = new SettingsChange.Reset() });
        Assert.StartsWith("Nothing was changed", said, StringComparison.Ordinal);
        Assert.Empty(lines);
    }

    private (string Said, IReadOnlyList<string> Lines) Run(IncomingMessage message) =>
        new SettingsCommand(new ServerSettingsCache(_time, _store)).Run(message);
}
