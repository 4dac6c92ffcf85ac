using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Hosting;

/// <summary>What only a process of its own can show: the end that an operator asks for, where settings come from, odd arguments.</summary>
public sealed class ExecutableTests : IDisposable
{
    private readonly TemporaryFolder _data = new();
    private readonly TemporaryFolder _knowledge = new TemporaryFolder().With(
        "bridge.md",
        "# The bridge\n\nThe bridge over the river Elbe was opened on 12 May 1893.\n"
    );

    public void Dispose()
    {
        _data.Dispose();
        _knowledge.Dispose();
    }

    [Fact]
    public async Task FilesOfEveryFormatAreReadWithoutATemporaryFolder()
    {
        using var folder = new TemporaryFolder();
        HostileFiles.WriteGood(folder.Path);
        var (exitCode, output, errors) = await ServiceProcess.RunAsync(
            new Dictionary<string, string>
            {
                ["TMPDIR"] = folder["none"],
                ["TMP"] = folder["none"],
                ["TEMP"] = folder["none"],
            },
            "check",
            "--knowledge",
            folder.Path
        );
        Assert.True(exitCode == 0, output + errors);
    }

    [Fact]
    public async Task ToldToEndItTakesNoNewQuestionsAndFinishesTheOneItHas()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no SIGTERM.");
        }

        using var service = ServiceProcess.Start(None, [.. Folders, "--urls", "http://127.0.0.1:0"]);
        var port = new Uri((await service.UntilAsync("BriefBot answers at")).Split(' ')[^1]).Port;
        const string Body = "{\"question\":\"hello\"}";
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", port, Token);
        await using var stream = client.GetStream();
        await SendAsync(
            stream,
            $"POST /api/ask HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\nContent-Length: {Body.Length}\r\nExpect: 100-continue\r\n\r\n"
        );
        using var reader = new StreamReader(stream, Encoding.UTF8);
        // The service says so when it begins to read the question.
        Assert.Equal("HTTP/1.1 100 Continue", await reader.ReadLineAsync(Token));

        service.Terminate();
        while (await IsListeningAsync(port))
        {
            // Each try is an exchange with the service: nothing to wait for besides.
        }

        await SendAsync(stream, Body);
        Assert.Equal("", await reader.ReadLineAsync(Token));
        Assert.Equal("HTTP/1.1 200 OK", await reader.ReadLineAsync(Token));
        Assert.Contains("small_talk", await reader.ReadToEndAsync(Token), StringComparison.Ordinal);
        Assert.Equal(0, (await service.EndAsync()).ExitCode);
    }

    [Fact]
    public async Task ToldToEndItWaitsForNobodyWhoSendsNothingMore()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no SIGTERM.");
        }

        var environment = new Dictionary<string, string> { ["Chat__StopSeconds"] = "0" };
        using var service = ServiceProcess.Start(environment, [.. Folders, "--urls", "http://127.0.0.1:0"]);
        var port = new Uri((await service.UntilAsync("BriefBot answers at")).Split(' ')[^1]).Port;
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", port, Token);
        await using var stream = client.GetStream();
        await SendAsync(
            stream,
            $"POST /api/ask HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\nContent-Length: 100\r\nExpect: 100-continue\r\n\r\n"
        );
        using var reader = new StreamReader(stream, Encoding.UTF8);
        Assert.Equal("HTTP/1.1 100 Continue", await reader.ReadLineAsync(Token));

        service.Terminate();
        Assert.Equal(0, (await service.EndAsync()).ExitCode);
    }

    [Theory]
    [InlineData("ask")]
    [InlineData("nonsense")]
    [InlineData("serve", "--nonsense")]
    public async Task AWrongCommandLineIsNotTakenForAnAnswer(params string[] arguments) =>
        Assert.Equal(2, (await ServiceProcess.RunAsync(None, arguments)).ExitCode);

    [Theory]
    [InlineData("--help")]
    [InlineData("ask", "--help")]
    public async Task HelpIsNoMistake(params string[] arguments) =>
        Assert.Equal(0, (await ServiceProcess.RunAsync(None, arguments)).ExitCode);

    [Fact]
    public async Task AQuestionThatBeginsWithAnAtSignIsAQuestion() =>
        Assert.Equal(1, (await ServiceProcess.RunAsync(None, ["ask", "@everyone", .. Folders])).ExitCode);

    [Fact]
    public async Task ARefusedQuestionSaysSoToAProgram()
    {
        var (exitCode, output, _) = await ServiceProcess.RunAsync(None, ["ask", "?!", "--json", .. Folders]);
        Assert.Equal(2, exitCode);
        Assert.Equal("refused", JsonDocument.Parse(output).RootElement.GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task TheCommandLineWinsOverTheEnvironment()
    {
        var environment = new Dictionary<string, string> { ["Knowledge__Path"] = _data["nowhere"] };
        Assert.Equal(
            3,
            (await ServiceProcess.RunAsync(environment, "ask", "When was the bridge over the Elbe opened?", "--data", _data.Path)).ExitCode
        );
        Assert.Equal(
            0,
            (await ServiceProcess.RunAsync(environment, ["ask", "When was the bridge over the Elbe opened?", .. Folders])).ExitCode
        );
    }

    [Fact]
    public async Task WhatPerhapsAnswersIsAnAnswerToAProgram()
    {
        var environment = new Dictionary<string, string> { ["Answers__SureFrom"] = "1" };
        var (exitCode, output, _) = await ServiceProcess.RunAsync(
            environment,
            ["ask", "When was the bridge over the Elbe opened?", "--json", .. Folders]
        );
        Assert.Equal(0, exitCode);
        Assert.Equal("perhaps", JsonDocument.Parse(output).RootElement.GetProperty("outcome").GetString());
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static IReadOnlyDictionary<string, string> None { get; } = new Dictionary<string, string>();

    private string[] Folders => ["--data", _data.Path, "--knowledge", _knowledge.Path];

    private static async Task SendAsync(NetworkStream stream, string text) => await stream.WriteAsync(Encoding.ASCII.GetBytes(text), Token);

    private static async Task<bool> IsListeningAsync(int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync("127.0.0.1", port, Token);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
