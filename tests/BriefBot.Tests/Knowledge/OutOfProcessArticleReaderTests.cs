using System.Text;
using BriefBot.Knowledge;
using BriefBot.Service.Knowledge.DocxFiles;
using BriefBot.Service.Knowledge.HtmlFiles;
using BriefBot.Service.Knowledge.OutOfProcess;
using BriefBot.Service.Knowledge.PdfFiles;
using BriefBot.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace BriefBot.Tests.Knowledge;

/// <summary>Files that are read in a process of their own: as in this one, but for what would harm it.</summary>
public sealed class OutOfProcessArticleReaderTests : IDisposable
{
    private static readonly KnowledgeOptions Strict = new() { ReadTimeoutSeconds = 2 };

    /// <summary>Each element is opened and its end is lost in a table, so that more and more stay open.</summary>
    private static readonly byte[] Slow = Times("<div><table></div></table>", 300_000);

    /// <summary>Each paragraph is in each of the fonts that are open, and has an element for each.</summary>
    private static readonly byte[] Large =
    [
        .. Encoding.UTF8.GetBytes("<p>" + string.Concat(Enumerable.Range(0, 200).Select(i => $"<font color={i}>"))),
        .. Times("</p><p>x", 100_000),
    ];

    private readonly FakeTimeProvider _time = new();
    private readonly List<OutOfProcessArticleReader> _readers = [];

    public void Dispose() => _readers.ForEach(reader => reader.Dispose());

    [Fact]
    public void AFileIsReadAsInThisProcess()
    {
        (string Path, byte[] Content, IArticleReader Reader)[] files =
        [
            (
                "a/bridge.html",
                Encoding.UTF8.GetBytes(
                    "<title>The bridge</title><meta name=date content=2025-09-04><meta name=keywords content='a, b'><h2>A</h2><p>Caf\u00E9 "
                        + "\U0001F600.<table><tr><td>1<td>2</table>"
                ),
                new HtmlArticleReader(Some.Cutter(), Some.Knowledge())
            ),
            (
                "bridge.DOCX",
                DocxFile.Of(DocxFile.Paragraph("A", "H1") + DocxFile.Paragraph("One.")),
                new DocxArticleReader(Some.Cutter(), Some.Knowledge())
            ),
            (
                "bridge.pdf",
                new PdfFile().Paragraph("One.").Page().Paragraph("Two.").Build(),
                new PdfArticleReader(Some.Cutter(), Some.Knowledge())
            ),
        ];
        var separate = Reader(new KnowledgeOptions());
        foreach (var (path, content, reader) in files)
        {
            Assert.Equivalent(reader.Read(path, content), separate.Read(path, content), strict: true);
        }

        Assert.Equal(
            new ReadResult.Failed(new Problem("bridge.html", null, "The file is empty. Add some text, or remove it.")),
            separate.Read("bridge.html", default)
        );
    }

    [Fact]
    public void TheSettingsHoldThereToo() =>
        Assert.Equal(
            "This has 2 pages, more than 1. Split the file.",
            Fail(
                Reader(new KnowledgeOptions { Limits = new() { Pages = 1 } }),
                "bridge.pdf",
                new PdfFile().Paragraph("One.").Page().Build()
            )
        );

    [Fact]
    public void AFileThatTakesTooLongFailsAndTheNextIsRead()
    {
        using var reader = new OutOfProcessArticleReader(Some.Knowledge(Strict), TimeProvider.System);
        Assert.Equal(
            "Reading this took longer than Knowledge:ReadTimeoutSeconds (2). Split the file, raise the setting, or remove it.",
            Fail(reader, "bridge.html", Slow)
        );
        AssertReads(reader);
    }

    [Fact]
    public void MarkdownThatTakesTooLongFailsToo()
    {
        using var reader = new OutOfProcessArticleReader(Some.Knowledge(Strict), TimeProvider.System);
        var lists = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 2_500).Select(i => new string(' ', 2 * i) + "- a\n")));
        Assert.Equal(
            "Reading this took longer than Knowledge:ReadTimeoutSeconds (2). Split the file, raise the setting, or remove it.",
            Fail(reader, "lists.md", lists)
        );
        AssertReads(reader);
    }

    [Theory]
    [InlineData("bridge.md")]
    [InlineData("bridge.txt")]
    public void SmallMarkdownAndTextNeedNoOtherProcess(string path)
    {
        var reader = Reader(new KnowledgeOptions());
        Assert.IsType<ReadResult.Read>(reader.Read(path, "Text."u8.ToArray()));
        Assert.False(reader.IsRunning);
        Assert.IsType<ReadResult.Read>(reader.Read(path, Times("Text.\n\n", 10_000)));
        Assert.True(reader.IsRunning);
    }

    [Fact]
    public void AFileThatTakesTooMuchMemoryFailsAndTheNextIsRead()
    {
        var reader = Reader(Strict);
        Assert.Equal(
            "This is damaged, or needs more than 100000000 bytes of memory to read. Split the file, give the container more memory, or remove it.",
            Fail(reader, "bridge.html", Large)
        );
        AssertReads(reader);
    }

    [Fact]
    public async Task AServiceThatEndsDoesNotWaitForAFile()
    {
        var reader = Reader(new KnowledgeOptions());
        AssertReads(reader);
        var reading = Task.Run(() => reader.Read("bridge.html", Slow), TestContext.Current.CancellationToken);
        reader.Dispose();
        var thrown = await Record.ExceptionAsync(() => reading.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
        Assert.True(reading.IsCompleted);
        Assert.False(reader.IsRunning);
        Assert.True(thrown is null or ObjectDisposedException);
    }

    [Fact]
    public async Task AFileThatTheEndOfTheServiceCutShortIsNotTakenForADamagedOne()
    {
        var time = new TimerAwaitingTime();
        using var reader = new OutOfProcessArticleReader(Some.Knowledge(), time);
        var reading = Task.Run(() => reader.Read("bridge.html", Slow), TestContext.Current.CancellationToken);
        await time.LimitSet.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        reader.Dispose();
        Assert.True(Assert.IsType<ReadResult.Failed>(await reading).MayPass);
    }

    [Fact]
    public void TheProcessEndsWhenItIsNotNeededAndStartsWhenItIs()
    {
        var reader = Reader(new KnowledgeOptions());
        Assert.False(reader.IsRunning);
        AssertReads(reader);
        Assert.True(reader.IsRunning);
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.False(reader.IsRunning);
        AssertReads(reader);
    }

    private static void AssertReads(OutOfProcessArticleReader reader) =>
        Assert.IsType<ReadResult.Read>(reader.Read("good.html", "<p>Text."u8.ToArray()));

    private static string Fail(OutOfProcessArticleReader reader, string path, byte[] content) =>
        Assert.IsType<ReadResult.Failed>(reader.Read(path, content)).Problem.Message;

    private static byte[] Times(string unit, int count) => Encoding.UTF8.GetBytes(new StringBuilder().Insert(0, unit, count).ToString());

    /// <summary>Tells when the time of a file begins to run.</summary>
    private sealed class TimerAwaitingTime : FakeTimeProvider
    {
        private readonly TaskCompletionSource _set = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task LimitSet => _set.Task;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime > TimeSpan.Zero)
            {
                _set.TrySetResult();
            }

            return base.CreateTimer(callback, state, dueTime, period);
        }
    }

    private OutOfProcessArticleReader Reader(KnowledgeOptions options)
    {
        _readers.Add(new OutOfProcessArticleReader(Some.Knowledge(options), _time));
        return _readers[^1];
    }
}
