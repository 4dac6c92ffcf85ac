using System.Net;
using System.Net.Sockets;
using BriefBot.Service.Retrieval.Embeddings;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Hosting;

/// <summary>The service as its operator meets it: how it starts, why it does not, how it ends.</summary>
public sealed class ServeCommandTests : CommandRunning
{
    [Theory]
    [InlineData("Knowledge__Pathh", "x", "Knowledge:Pathh")]
    [InlineData("Chat__MaxQuestionLength", "1", "Chat:MaxQuestionLength")]
    [InlineData("Chat__MaxQuestionLength", "many", "Chat:MaxQuestionLength")]
    [InlineData("Knowledge__Path", " ", "Knowledge:Path")]
    [InlineData(
        "Knowledge__LinkPattern",
        "https://example.org/",
        "Knowledge:LinkPattern: must be an http or https address with {path} in it"
    )]
    [InlineData("Knowledge__LinkPattern", "javascript:{path}", "Knowledge:LinkPattern")]
    [InlineData("Knowledge__LinkPattern", "https://example.org/{path}#{page}", "Knowledge:LinkPattern")]
    [InlineData("Answers__SureFrom", "2", "Answers:SureFrom")]
    public async Task AWrongSettingStopsTheStartAndIsNamed(string variable, string value, string named)
    {
        var (exitCode, output, errors) = await ServiceProcess.RunAsync(
            new Dictionary<string, string> { [variable] = value },
            "serve",
            "--data",
            Data.Path,
            "--urls",
            "http://127.0.0.1:0"
        );
        Assert.Equal(2, exitCode);
        Assert.Contains(named, errors, StringComparison.Ordinal);
        AssertNoStackTrace(output + errors);
    }

    [Theory]
    [InlineData("DATA", "x")]
    [InlineData("CHAT", "x")]
    public async Task AVariableOfAnotherProgramIsNoSetting(string variable, string value)
    {
        var (exitCode, _, _) = await ServiceProcess.RunAsync(
            new Dictionary<string, string> { [variable] = value },
            "ask",
            "hello",
            "--data",
            Data.Path,
            "--knowledge",
            Knowledge.Path
        );
        Assert.Equal(0, exitCode);
    }

    [Fact]
    public async Task APortInUseIsNamed()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        var (exitCode, output, errors) = await RunAsync("serve", "--urls", $"http://127.0.0.1:{port}");
        Assert.Equal(3, exitCode);
        Assert.Contains($"{port}", errors, StringComparison.Ordinal);
        Assert.Contains("--urls", errors, StringComparison.Ordinal);
        AssertNoStackTrace(output + errors);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("http://127.0.0.1:99999")]
    public async Task AnAddressThatIsNoneIsNamed(string url)
    {
        var (exitCode, output, errors) = await RunAsync("serve", "--urls", url);
        Assert.NotEqual(0, exitCode);
        Assert.Contains("Urls", errors, StringComparison.Ordinal);
        AssertNoStackTrace(output + errors);
    }

    [Fact]
    public async Task ADataFolderThatCannotBeWrittenIsNamed()
    {
        Data.With("file", "no folder");
        var (exitCode, output, errors) = await ServiceProcess.RunAsync(
            None,
            "serve",
            "--urls",
            "http://127.0.0.1:0",
            "--knowledge",
            Knowledge.Path,
            "--data",
            Data["file"]
        );
        Assert.Equal(3, exitCode);
        Assert.Contains("Data:Path", errors, StringComparison.Ordinal);
        AssertNoStackTrace(output + errors);
    }

    [Fact]
    public async Task ASecondServiceOnTheSameDataFolderIsRefusedAndACommandReadsBesideIt()
    {
        using var first = Start();
        await first.UntilAsync("BriefBot answers at");
        var (exitCode, _, errors) = await RunAsync("serve", "--urls", "http://127.0.0.1:0");
        Assert.Equal(3, exitCode);
        Assert.Contains("another BriefBot", errors, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("ask", "When was the bridge over the Elbe opened?")).ExitCode);
    }

    [Theory]
    [InlineData("true", "yes")]
    [InlineData("false", "no")]
    public async Task TheFirstLineTellsWhetherEmbeddingsAreUsed(string setting, string told)
    {
        Assert.SkipUnless(
            ShippedEmbeddingModel.HasMemory && ShippedEmbeddingModel.Find() is not null,
            "Built without embeddings, or too little memory."
        );
        var environment = new Dictionary<string, string> { ["Retrieval__Embeddings"] = setting };
        using var service = ServiceProcess.Start(
            environment,
            "serve",
            "--knowledge",
            Knowledge.Path,
            "--data",
            Data.Path,
            "--urls",
            "http://127.0.0.1:0"
        );
        Assert.Contains($"embeddings: {told};", await service.UntilAsync("chat networks:"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task HealthTellsHowTheServiceIsByItsExitCode()
    {
        using var service = Start();
        var url = (await service.UntilAsync("BriefBot answers at")).Split(' ')[^1];
        await service.UntilAsync("1 articles");
        var (exitCode, output, _) = await RunAsync("health", "--urls", url);
        Assert.Equal((0, "ready"), (exitCode, output.Trim()));
        var behindProxy = new Dictionary<string, string> { ["http_proxy"] = "http://127.0.0.1:1" };
        Assert.Equal(0, (await ServiceProcess.RunAsync(behindProxy, "health", "--urls", url)).ExitCode);
        Assert.Equal(0, (await RunAsync("health", "--live", "--urls", url.Replace("127.0.0.1", "*", StringComparison.Ordinal))).ExitCode);
        service.Terminate();
        await service.EndAsync();
        var (gone, _, errors) = await RunAsync("health", "--urls", url);
        Assert.Equal(3, gone);
        Assert.Contains("Urls: no BriefBot is running at", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnySettingCanBeGivenByItsKey()
    {
        var (exitCode, _, errors) = await RunAsync("ask", "Why?", "--Answers:MaxSentences", "0");
        Assert.Equal(2, exitCode);
        Assert.Contains("Answers:MaxSentences = 0", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ToldToEndItFinishesAndExitsWithZero()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no SIGTERM.");
        }

        using var service = Start();
        await service.UntilAsync("BriefBot answers at");
        service.Terminate();
        var (exitCode, output, _) = await service.EndAsync();
        Assert.Equal(0, exitCode);
        Assert.Contains("BriefBot has stopped", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AReloadWhileItStartsEndsNothing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no SIGHUP.");
        for (var i = 0; i < 50; i++)
        {
            Knowledge.With($"{i}.md", $"# Page {i}\n\nThe bridge number {i} was opened in 19{i}.\n");
        }

        using var process = ServiceProcess.Start(
            new Dictionary<string, string>(),
            "serve",
            "--knowledge",
            Knowledge.Path,
            "--data",
            Data.Path,
            "--urls",
            "http://127.0.0.1:0"
        );
        await process.UntilAsync("chat networks: none");
        for (var i = 0; i < 20; i++)
        {
            Unix.Reload(process.Id);
        }

        await process.UntilAsync("SIGHUP: ");
        process.Terminate();
        Assert.Equal(0, (await process.EndAsync()).ExitCode);
    }

    [Fact]
    public async Task SystemdIsToldOfTheStartAndTheEndAndItsJournalKeepsTheTimes()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "There is no systemd.");
        using var systemd = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        systemd.Bind(new UnixDomainSocketEndPoint(Data["notify"]));
        var environment = new Dictionary<string, string> { ["NOTIFY_SOCKET"] = Data["notify"], ["JOURNAL_STREAM"] = "8:1234" };
        using var process = ServiceProcess.Start(
            environment,
            "serve",
            "--knowledge",
            Knowledge.Path,
            "--data",
            Data["data"],
            "--urls",
            "http://127.0.0.1:0"
        );
        Assert.StartsWith("<6>BriefBot[500] ", await process.UntilAsync("BriefBot answers at"), StringComparison.Ordinal);
        Assert.Equal("READY=1", await ToldAsync());
        process.Terminate();
        Assert.Equal("STOPPING=1", await ToldAsync());
        Assert.Equal(0, (await process.EndAsync()).ExitCode);

        async Task<string> ToldAsync()
        {
            var bytes = new byte[100];
            return System.Text.Encoding.UTF8.GetString(bytes, 0, await systemd.ReceiveAsync(bytes, TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task ALockThatIsAFolderIsNamedWithWhatToDo()
    {
        Data.With("briefbot.lock/x", "");
        var (exitCode, output, errors) = await RunAsync("serve", "--urls", "http://127.0.0.1:0");
        Assert.Equal(3, exitCode);
        Assert.Contains("briefbot.lock can't be opened", errors, StringComparison.Ordinal);
        AssertNoStackTrace(output + errors);
    }
}
