using System.Diagnostics;
using System.Text;
using BriefBot.Knowledge;
using BriefBot.Service.Knowledge.MarkdownFiles;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Knowledge;

/// <summary>Text made to overflow the stack or to take for ever is read, or fails with what to do; soon in either case.</summary>
public sealed class HostileMarkdownTests
{
    /// <summary>Minutes are what is guarded against; the time of a shared machine is generous.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    /// <summary>As small as any system the service runs on gives a thread.</summary>
    private const int SmallStack = 1024 * 1024;

    [Theory]
    [InlineData(">")]
    [InlineData("> ")]
    [InlineData("[")]
    [InlineData("![")]
    [InlineData("(")]
    [InlineData("*")]
    [InlineData("*a ")]
    [InlineData("*a **b ")]
    [InlineData("_a")]
    [InlineData("~~a ")]
    [InlineData("- ")]
    [InlineData("1. ")]
    [InlineData("> - ")]
    [InlineData("`a``")]
    [InlineData("[a](")]
    [InlineData("![a](")]
    [InlineData("[a](b (")]
    [InlineData("[a]: b\n")]
    [InlineData("[a]: b\n\n")]
    [InlineData("[^1]: a\n\n")]
    [InlineData("[^a]")]
    [InlineData("a <? ")]
    [InlineData("a <!X ")]
    [InlineData("a <![CDATA[ ")]
    [InlineData("a <!-- ")]
    [InlineData("<a ")]
    [InlineData("<div>\n\n")]
    [InlineData("|")]
    [InlineData("|-\n")]
    [InlineData("# a\n")]
    [InlineData("a\n\n")]
    [InlineData("\n")]
    public void AHundredThousandTimesTheSameEndsSoon(string unit) => AssertEndsSoon(Times(unit, 100_000));

    [Fact]
    public void ListsWithinListsEndSoon() =>
        AssertEndsSoon(string.Concat(Enumerable.Range(0, 1_000).Select(i => new string(' ', 2 * i) + "- a\n")));

    [Fact]
    public void ATableThatIsFilledUpToAWideRowFailsSoonAndSaysWhatToDo()
    {
        var text = "Text.\n\n" + Times("|a", 5_000) + "|\n" + Times("|-", 5_000) + "|\n" + Times("|x|\n", 5_000);
        Assert.Equal(
            new Problem("bridge.md", 3, "The paragraph or table that begins here is too large to read. Split it with blank lines."),
            Reading.FailMarkdown(text)
        );
    }

    [Fact]
    public void WhatIsNestedTooDeeplySaysWhatToDo() =>
        Assert.Equal(
            new Problem(
                "bridge.md",
                null,
                "This is nested too deeply, or has too much markup in one paragraph or table. Flatten it, or split it with blank lines."
            ),
            Assert.IsType<ReadResult.Failed>(Read(new string('>', 100_000) + " text")).Problem
        );

    [Theory]
    [InlineData("| **a** | [b](c) |\n", 2_000)]
    [InlineData("- **a**: see [b](c)\n", 20_000)]
    [InlineData("Some *words* with a [link](to).\n\n", 20_000)]
    public void AnOrdinaryLargeFileIsRead(string unit, int count) =>
        Assert.NotEmpty(Reading.Markdown("| x | y |\n|---|---|\n" + Times(unit, count)).Passages);

    private static string Times(string unit, int count) => new StringBuilder().Insert(0, unit, count).ToString();

    private static ReadResult Read(string text) =>
        new MarkdownArticleReader(Some.Cutter(), Some.Knowledge(new KnowledgeOptions { Limits = new() { LineLength = 1_000_000 } })).Read(
            "bridge.md",
            Encoding.UTF8.GetBytes(text)
        );

    private static void AssertEndsSoon(string text)
    {
        ReadResult? result = null;
        var clock = Stopwatch.StartNew();
        var reading = new Thread(() => result = Read(text), SmallStack);
        reading.Start();
        reading.Join();
        Assert.NotNull(result);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, Soon);
    }
}
