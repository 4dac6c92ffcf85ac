using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Hosting;

/// <summary>The executable as a person meets it: commands, exit codes, and what it says when something is wrong.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly TemporaryFolder _data = new();
    private readonly TemporaryFolder _knowledge = new TemporaryFolder().With("bridge.md", "# The bridge\n\nThe bridge over the river Elbe was opened on 12 May 1893.\n");

    public void Dispose()
    {
        _data.Dispose();
        _knowledge.Dispose();
    }

    [Fact]
    public async Task AskPrintsTheAnswerAndItsSource()
    {
        var (exitCode, output, _) = await RunAsync("ask", "When was the bridge over the Elbe opened?");
        Assert.Equal(0, exitCode);
        Assert.Contains("12 May 1893", output, StringComparison.Ordinal);
        Assert.Contains("bridge.md, line 3", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("When was the lighthouse lit?", "lighthouse.pdf, page 30")]
    [InlineData("When was the tunnel dug?", "tunnel.docx, paragraph 2")]
    [InlineData("When was the ferry launched?", "ferry.html, paragraph 1")]
    public async Task AQuoteOfAFormatWithoutLinesHasItsPlaceToo(string question, string place)
    {
        var pages = Enumerable.Range(1, 40).Aggregate(new PdfFile(), (file, page) => (page == 1 ? file : file.Page()).Paragraph(
            page == 30 ? "The lighthouse was lit on 1 June 1871." : $"Nothing of note is told on leaf {page} of this book."));
        _knowledge.With("lighthouse.pdf", pages.Build())
            .With("tunnel.docx", DocxFile.Of(DocxFile.Paragraph("Works", "H1") + DocxFile.Paragraph("There was much to do.") + DocxFile.Paragraph("The tunnel was dug in 1911.")))
            .With("ferry.html", "<title>The ferry</title><nav>Home</nav><p>The ferry was launched in 1925.");
        var (exitCode, output, errors) = await RunAsync("ask", question);
        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Contains(place, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Text.", 0, 0)]
    [InlineData("Ask @everyone.", 0, 1)]
    [InlineData("", 1, 1)]
    public async Task CheckListsTheFilesAndItsExitCodeTellsOfErrors(string text, int exitCode, int strictExitCode)
    {
        _knowledge.With("new.md", text);
        var (code, output, _) = await RunAsync("check");
        Assert.Equal(exitCode, code);
        Assert.Contains("bridge.md", output, StringComparison.Ordinal);
        Assert.Contains("new.md", output, StringComparison.Ordinal);
        Assert.Equal(strictExitCode, (await RunAsync("check", "--strict")).ExitCode);
    }

    [Fact]
    public async Task CheckPrintsJsonForPrograms()
    {
        _knowledge.With("new@here.md", "");
        var (exitCode, output, _) = await RunAsync("check", "--json");
        Assert.Equal(1, exitCode);
        var report = JsonDocument.Parse(output).RootElement;
        Assert.Equal((1, 0), (report.GetProperty("errors").GetInt32(), report.GetProperty("warnings").GetInt32()));
        Assert.Equal(["bridge.md", "new@here.md"], report.GetProperty("files").EnumerateArray().Select(file => file.GetProperty("path").GetString()));
        Assert.Equal("is empty. Write something into it, or remove it.", report.GetProperty("files")[1].GetProperty("problems")[0].GetProperty("message").GetString());
    }

    [Fact]
    public async Task AskPrintsJsonForPrograms()
    {
        var (exitCode, output, _) = await RunAsync("ask", "When was the bridge over the Elbe opened?", "--json");
        Assert.Equal(0, exitCode);
        Assert.Equal("grounded", JsonDocument.Parse(output).RootElement.GetProperty("outcome").GetString());
    }

    [Theory]
    [InlineData("bridge.md", "https://example.org/bridge.md#L3")]
    [InlineData("said.md", "https://example.com/said")]
    public async Task AnArticleWithoutAnAddressHasItsLinkFromThePattern(string path, string url)
    {
        _knowledge.With("said.md", "---\nurl: https://example.com/said\nauthor: Ann Other\n---\nThe tunnel under the river Elbe was opened in 1911.\n");
        var environment = new Dictionary<string, string> { ["Knowledge__LinkPattern"] = "https://example.org/{path}#L{line}" };
        var (_, output, _) = await ServiceProcess.RunAsync(
            environment, "ask", $"When was the {(path == "said.md" ? "tunnel" : "bridge")} opened?", "--json", "--data", _data.Path, "--knowledge", _knowledge.Path);
        var citation = JsonDocument.Parse(output).RootElement.GetProperty("citations")[0];
        Assert.Equal((path, url), (citation.GetProperty("path").GetString(), citation.GetProperty("url").GetString()));
    }

    [Fact]
    public async Task WhatTheFolderDoesNotSayHasAnExitCodeOfItsOwn() => Assert.Equal(1, (await RunAsync("ask", "Who won the football championship?")).ExitCode);

    [Fact]
    public async Task AQuestionWithoutWordsIsAMistake() => Assert.Equal(2, (await RunAsync("ask", "?")).ExitCode);

    [Fact]
    public async Task WithoutAFolderThereIsNoAnswerAndTheSettingIsNamed()
    {
        var (exitCode, output, errors) = await ServiceProcess.RunAsync(None, "ask", "Who?", "--data", _data.Path, "--knowledge", _knowledge["nowhere"]);
        Assert.Equal(3, exitCode);
        Assert.Contains("Knowledge:Path", errors, StringComparison.Ordinal);
        AssertNoStackTrace(output + errors);
    }

    [Fact]
    public async Task AFailedFileIsNamedAndTheOthersAnswer()
    {
        _knowledge.With("bad.md", [0xFF]);
        var (exitCode, _, errors) = await RunAsync("ask", "When was the bridge opened?");
        Assert.Equal(0, exitCode);
        Assert.Contains("bad.md:1", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheFoldersSynonymsAreUnderstoodAndTheirBadLinesNamed()
    {
        Assert.Equal(1, (await RunAsync("ask", "When was the FLX opened?")).ExitCode);
        _knowledge.With("synonyms.txt", "FLX => bridge over the river Elbe\nalone\n");
        var (exitCode, output, errors) = await RunAsync("ask", "When was the FLX opened?");
        Assert.Equal(0, exitCode);
        Assert.Contains("12 May 1893", output, StringComparison.Ordinal);
        Assert.Contains("synonyms.txt:2", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EvalPrintsATableAndHoldsAFloor()
    {
        _data.With("q.jsonl",
            "{\"question\":\"When was the bridge over the Elbe opened?\",\"answers\":[\"1893\"],\"kind\":\"when\"}\n{\"question\":\"Who won the "
            + "cup?\",\"answers\":[\"nobody\"],\"kind\":\"who\"}\n");
        var (exitCode, output, _) = await RunAsync("eval", _data["q.jsonl"]);
        Assert.Equal(0, exitCode);
        Assert.Contains("1 (50.0 %)", output, StringComparison.Ordinal);
        Assert.Equal(1, (await RunAsync("eval", _data["q.jsonl"], "--min-right", "0.8")).ExitCode);
        Assert.Equal(0, (await RunAsync("eval", _data["q.jsonl"], "--min-right", "0.5")).ExitCode);
    }

    [Fact]
    public async Task EvalNamesABadLine()
    {
        _data.With("q.jsonl", "{\"question\":\"Who?\",\"answers\":[\"me\"]}\nnope\n");
        var (exitCode, output, errors) = await RunAsync("eval", _data["q.jsonl"]);
        Assert.Equal(2, exitCode);
        Assert.Contains("q.jsonl:2", errors, StringComparison.Ordinal);
        AssertNoStackTrace(output + errors);
    }

    [Fact]
    public async Task ChatHasAnExit() => Assert.Equal(0, (await RunAsync("chat")).ExitCode);

    [Theory]
    [InlineData("Knowledge__Pathh", "x", "Knowledge:Pathh")]
    [InlineData("Chat__MaxQuestionLength", "1", "Chat:MaxQuestionLength")]
    [InlineData("Chat__MaxQuestionLength", "many", "Chat:MaxQuestionLength")]
    [InlineData("Knowledge__Path", " ", "Knowledge:Path")]
    [InlineData("Knowledge__LinkPattern", "https://example.org/", "Knowledge:LinkPattern: must be an http or https address with {path} in it")]
    [InlineData("Knowledge__LinkPattern", "javascript:{path}", "Knowledge:LinkPattern")]
    [InlineData("Knowledge__LinkPattern", "https://example.org/{path}#{page}", "Knowledge:LinkPattern")]
    [InlineData("Answers__MinConfidence", "2", "Answers:MinConfidence")]
    public async Task AWrongSettingStopsTheStartAndIsNamed(string variable, string value, string named)
    {
        var (exitCode, output, errors) = await ServiceProcess.RunAsync(
            new Dictionary<string, string> { [variable] = value }, "serve", "--data", _data.Path, "--urls", "http://127.0.0.1:0");
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
            new Dictionary<string, string> { [variable] = value }, "ask", "hello", "--data", _data.Path, "--knowledge", _knowledge.Path);
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
        _data.With("file", "no folder");
        var (exitCode, output, errors) = await ServiceProcess.RunAsync(None, "serve", "--urls", "http://127.0.0.1:0", "--knowledge", _knowledge.Path, "--data", _data["file"]);
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
        Assert.Contains("Urls: no service answers at", errors, StringComparison.Ordinal);
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

    private static IReadOnlyDictionary<string, string> None { get; } = new Dictionary<string, string>();

    private static void AssertNoStackTrace(string text) => Assert.DoesNotMatch(@"^\s+at \S+\(", text);

    private ServiceProcess Start() => ServiceProcess.Start(None, "--urls", "http://127.0.0.1:0", "--data", _data.Path, "--knowledge", _knowledge.Path);

    private Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments) =>
        ServiceProcess.RunAsync(None, [.. arguments, "--data", _data.Path, "--knowledge", _knowledge.Path]);
}
