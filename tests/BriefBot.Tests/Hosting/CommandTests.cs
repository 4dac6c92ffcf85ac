using System.Text.Json;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Hosting;

/// <summary>The executable as a person meets it: commands, exit codes, and what it says when something is wrong.</summary>
public sealed class CommandTests : CommandRunning
{
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
        var pages = Enumerable
            .Range(1, 40)
            .Aggregate(
                new PdfFile(),
                (file, page) =>
                    (page == 1 ? file : file.Page()).Paragraph(
                        page == 30 ? "The lighthouse was lit on 1 June 1871." : $"Nothing of note is told on leaf {page} of this book."
                    )
            );
        Knowledge
            .With("lighthouse.pdf", pages.Build())
            .With(
                "tunnel.docx",
                DocxFile.Of(
                    DocxFile.Paragraph("Works", "H1")
                        + DocxFile.Paragraph("There was much to do.")
                        + DocxFile.Paragraph("The tunnel was dug in 1911.")
                )
            )
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
        Knowledge.With("new.md", text);
        var (code, output, _) = await RunAsync("check");
        Assert.Equal(exitCode, code);
        Assert.Contains("bridge.md", output, StringComparison.Ordinal);
        Assert.Contains("new.md", output, StringComparison.Ordinal);
        Assert.Equal(strictExitCode, (await RunAsync("check", "--strict")).ExitCode);
    }

    [Fact]
    public async Task CheckPrintsJsonForPrograms()
    {
        Knowledge.With("new@here.md", "");
        var (exitCode, output, _) = await RunAsync("check", "--json");
        Assert.Equal(1, exitCode);
        var report = JsonDocument.Parse(output).RootElement;
        Assert.Equal((1, 0), (report.GetProperty("errors").GetInt32(), report.GetProperty("warnings").GetInt32()));
        Assert.Equal(
            ["bridge.md", "new@here.md"],
            report.GetProperty("files").EnumerateArray().Select(file => file.GetProperty("path").GetString())
        );
        Assert.Equal(
            "The file is empty. Add some text, or remove it.",
            report.GetProperty("files")[1].GetProperty("problems")[0].GetProperty("message").GetString()
        );
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
        Knowledge.With(
            "said.md",
            "---\nurl: https://example.com/said\nauthor: Ann Other\n---\nThe tunnel under the river Elbe was opened in 1911.\n"
        );
        var environment = new Dictionary<string, string> { ["Knowledge__LinkPattern"] = "https://example.org/{path}#L{line}" };
        var (_, output, _) = await ServiceProcess.RunAsync(
            environment,
            "ask",
            $"When was the {(path == "said.md" ? "tunnel" : "bridge")} opened?",
            "--json",
            "--data",
            Data.Path,
            "--knowledge",
            Knowledge.Path
        );
        var citation = JsonDocument.Parse(output).RootElement.GetProperty("citations")[0];
        Assert.Equal((path, url), (citation.GetProperty("path").GetString(), citation.GetProperty("url").GetString()));
    }

    [Fact]
    public async Task WhatTheFolderDoesNotSayHasAnExitCodeOfItsOwn() =>
        Assert.Equal(1, (await RunAsync("ask", "Who won the football championship?")).ExitCode);

    [Fact]
    public async Task AQuestionNeedsNoQuotes()
    {
        var (exitCode, output, _) = await RunAsync("ask", "When", "was", "the", "bridge", "over", "the", "Elbe", "opened?");
        Assert.Equal(0, exitCode);
        Assert.Contains("1893", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnOptionThatDoesNotExistIsNoWordOfAQuestionExceptAfterTwoDashes()
    {
        var (exitCode, output, errors) = await RunAsync("ask", "who", "visited", "--knowlege", "kb");
        Assert.Equal(2, exitCode);
        Assert.Contains("--knowlege: there is no such option", errors, StringComparison.Ordinal);
        AssertNoStackTrace(output + errors);
        Assert.Equal(1, (await RunAsync("ask", "--", "what", "does", "--force", "do?")).ExitCode);
    }

    [Fact]
    public async Task AQuestionWithoutWordsIsAMistake() => Assert.Equal(2, (await RunAsync("ask", "?")).ExitCode);

    [Fact]
    public async Task WithoutAFolderThereIsNoAnswerAndTheSettingIsNamed()
    {
        var (exitCode, output, errors) = await ServiceProcess.RunAsync(
            None,
            "ask",
            "Who?",
            "--data",
            Data.Path,
            "--knowledge",
            Knowledge["nowhere"]
        );
        Assert.Equal(3, exitCode);
        Assert.Contains("Knowledge:Path", errors, StringComparison.Ordinal);
        AssertNoStackTrace(output + errors);
    }

    [Fact]
    public async Task AFailedFileIsNamedAndTheOthersAnswer()
    {
        Knowledge.With("bad.md", [0xFF]);
        var (exitCode, _, errors) = await RunAsync("ask", "When was the bridge opened?");
        Assert.Equal(0, exitCode);
        Assert.Contains("bad.md:1", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheFoldersSynonymsAreUnderstoodAndTheirBadLinesNamed()
    {
        Assert.Equal(1, (await RunAsync("ask", "When was the FLX opened?")).ExitCode);
        Knowledge.With("synonyms.txt", "FLX => bridge over the river Elbe\nalone\n");
        var (exitCode, output, errors) = await RunAsync("ask", "When was the FLX opened?");
        Assert.Equal(0, exitCode);
        Assert.Contains("12 May 1893", output, StringComparison.Ordinal);
        Assert.Contains("synonyms.txt:2", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EvalPrintsATableAndHoldsAFloor()
    {
        Data.With(
            "q.jsonl",
            "{\"question\":\"When was the bridge over the Elbe opened?\",\"answers\":[\"1893\"],\"kind\":\"when\"}\n{\"question\":\"Who won the "
                + "cup?\",\"answers\":[\"nobody\"],\"kind\":\"who\"}\n"
        );
        var (exitCode, output, _) = await RunAsync("eval", Data["q.jsonl"]);
        Assert.Equal(0, exitCode);
        Assert.Contains("50.0 %", output, StringComparison.Ordinal);
        var (missed, _, told) = await RunAsync("eval", Data["q.jsonl"], "--min-right", "0.8");
        Assert.Equal((1, "--min-right was not reached."), (missed, told.Trim()));
        Assert.Equal(2, (await RunAsync("eval", Data["q.jsonl"], "--min-right", "80")).ExitCode);
        Assert.Equal(0, (await RunAsync("eval", Data["q.jsonl"], "--min-right", "0.5")).ExitCode);
    }

    [Fact]
    public async Task EvalNamesABadLine()
    {
        Data.With("q.jsonl", "{\"question\":\"Who?\",\"answers\":[\"me\"]}\nnope\n");
        var (exitCode, output, errors) = await RunAsync("eval", Data["q.jsonl"]);
        Assert.Equal(2, exitCode);
        Assert.Contains("q.jsonl:2: this isn’t valid JSON.", errors, StringComparison.Ordinal);
        AssertNoStackTrace(output + errors);
    }

    [Fact]
    public async Task AFileIsNoFolderOfArticles()
    {
        Data.With("notes.md", "Text.");
        var (exitCode, _, errors) = await ServiceProcess.RunAsync(None, "check", "--data", Data["index"], "--knowledge", Data["notes.md"]);
        Assert.Equal(3, exitCode);
        Assert.Contains("notes.md is a file, not a folder", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChatHasAnExit() => Assert.Equal(0, (await RunAsync("chat")).ExitCode);
}
