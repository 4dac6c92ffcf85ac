using BriefBot.Chat.Memory;
using BriefBot.Service.Chat.Memory;
using BriefBot.Service.Hosting;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Hosting;

/// <summary>The commands on the store, over a data folder of their own.</summary>
public sealed class MemoryCommandsTests : IDisposable
{
    private readonly TemporaryFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Theory]
    [InlineData("web:::ffff:192.0.2.7")]
    [InlineData("WEB: 192.0.2.7")]
    [InlineData("web:192.0.2.7")]
    public async Task APersonIsForgottenHoweverTheirAddressIsWritten(string author)
    {
        Record("192.0.2.7");
        Assert.Equal(ExitCode.Done, await MemoryCommands.ForgetAsync(Settings(), author));
        Assert.Equal(ExitCode.NotFound, await MemoryCommands.ForgetAsync(Settings(), author));
    }

    [Fact]
    public async Task ForgettingDeletesAFileThatWasSetAside()
    {
        Record("192.0.2.7");
        File.WriteAllText(_data["memory.db.damaged"], "Where is the zeppelin?");
        await MemoryCommands.ForgetAsync(Settings(), "web:192.0.2.7");
        Assert.False(File.Exists(_data["memory.db.damaged"]));
    }

    [Theory]
    [InlineData("web")]
    [InlineData("web:")]
    [InlineData(":192.0.2.7")]
    public async Task APersonWithoutANetworkOrIdIsRefused(string author)
    {
        Record("192.0.2.7");
        var refused = await Assert.ThrowsAsync<StartProblemException>(() => MemoryCommands.ForgetAsync(Settings(), author));
        Assert.Equal(ExitCode.Usage, refused.ExitCode);
    }

    [Fact]
    public async Task AMissingKeyIsNamedAndNoneIsMade()
    {
        Record("192.0.2.7");
        File.WriteAllBytes(_data["memory-key"], new byte[31]);
        var refused = await Assert.ThrowsAsync<StartProblemException>(() => MemoryCommands.ForgetAsync(Settings(), "web:192.0.2.7"));
        Assert.Contains("missing or damaged", refused.Message, StringComparison.Ordinal);
        Assert.Equal(31, new FileInfo(_data["memory-key"]).Length);
    }

    [Theory]
    [InlineData("This is no database.")]
    [InlineData("")]
    public async Task AFileThatIsNoDatabaseIsNamed(string content)
    {
        File.WriteAllText(_data["memory.db"], content);
        var refused = await Assert.ThrowsAsync<StartProblemException>(() => MemoryCommands.ReportAsync(Settings(), 30, false, true));
        Assert.Equal(ExitCode.Unavailable, refused.ExitCode);
        Assert.Contains("can't be used", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutADataFolderThereIsNothingToReport() =>
        Assert.Equal(
            ExitCode.Unavailable,
            (
                await Assert.ThrowsAsync<StartProblemException>(() =>
                    MemoryCommands.ExportAsync(new Dictionary<string, string?> { ["Data:Path"] = _data["none"] }, "web:1")
                )
            ).ExitCode
        );

    private Dictionary<string, string?> Settings() => new() { ["Data:Path"] = _data.Path, ["Retrieval:Embeddings"] = "false" };

    private void Record(string address)
    {
        var key = new byte[AuthorHash.KeyLength];
        File.WriteAllBytes(_data["memory-key"], key);
        using var store = new DatabaseAnswerStore(
            new SqliteDatabase(_data.Path),
            "1.2.3",
            new MemoryOptions(),
            TimeProvider.System,
            new CollectingLogger<DatabaseAnswerStore>()
        );
        var author = new AuthorHash(key).Compute("web", address);
        store.Record(new AskedQuestion("1", TimeProvider.System.GetUtcNow(), "web", author, "Where is it?", "not_found", null));
    }
}
