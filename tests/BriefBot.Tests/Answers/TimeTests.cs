using BriefBot.Answers;
using BriefBot.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace BriefBot.Tests.Answers;

/// <summary>Questions for which it matters when something was written or holds.</summary>
public sealed class TimeTests
{
    private static readonly (string Path, string Text)[] Letters =
    [
        Letter(2024, "1.90", "Hugo Stein"),
        Letter(2025, "2.10", "Hugo Stein"),
        Letter(2026, "2.45", "Selma Ott"),
        Letter(2027, "2.80", "Odile Brand"),
    ];

    private static readonly string[] Said = ["1.90", "2.10", "2.45", "2.80", "Hugo Stein", "Selma Ott", "Odile Brand"];

    private static readonly string[] Added = ["landing lamp", "night flights", "compass test"];

    [Theory]
    [InlineData("what does a cubic metre of water cost?", "2.45")]
    [InlineData("what does a cubic metre of water cost now?", "2.45")]
    [InlineData("what did a cubic metre of water cost in 2025?", "2.10")]
    [InlineData("who is the current treasurer of the gardens?", "Selma Ott")]
    [InlineData("what does a cubic metre of water cost this year?", "2.45")]
    [InlineData("what did a cubic metre of water cost last year?", "2.10")]
    public async Task WhatHoldsNowIsSaidUnlessAnotherTimeIsAskedFor(string question, string said)
    {
        var text = await AskAsync(question, new DateTimeOffset(2026, 11, 29, 12, 0, 0, TimeSpan.Zero), Letters);
        Assert.Contains(said, text, StringComparison.Ordinal);
        Assert.Single(Values(text));
    }

    [Theory]
    [InlineData("what does a cubic metre of water cost this year?", "2.80")]
    [InlineData("who is the current treasurer of the gardens?", "Odile Brand")]
    [InlineData("what did a cubic metre of water cost last year?", "2.45")]
    public async Task AYearLaterWhatHoldsThenIsSaid(string question, string said) =>
        Assert.Contains(
            said,
            await AskAsync(question, new DateTimeOffset(2027, 11, 29, 12, 0, 0, TimeSpan.Zero), Letters),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task WhereItStandsOtherwiseForAnEarlierTimeIsNamed() =>
        Assert.Contains(
            "For an earlier time, see: Letter of 2024; Letter of 2025",
            await AskAsync("what does a cubic metre of water cost?", new DateTimeOffset(2026, 11, 29, 12, 0, 0, TimeSpan.Zero), Letters),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("what is the newest firmware?", "landing lamp")]
    [InlineData("what came out on 2026-02-08?", "night flights")]
    [InlineData("which firmware came out on 2 November 2024?", "compass test")]
    public async Task ADayIsFoundHoweverItIsWritten(string question, string said)
    {
        var text = await AskAsync(
            question,
            new DateTimeOffset(2026, 11, 29, 12, 0, 0, TimeSpan.Zero),
            (
                "firmware.md",
                """
                # Firmware of the drone

                Firmware 1.9 came out on 8 February 2026 and added night flights.

                Firmware 1.12 came out on 30 June 2026 and added the landing lamp.

                Firmware 1.4 came out on 2 November 2024 and added the compass test.
                """
            )
        );
        Assert.Contains(said, text, StringComparison.Ordinal);
        Assert.Single(Added, other => text.Contains(other, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("which ports are open in the latest version?", "8080")]
    [InlineData("which ports are open in version 5.2?", "9090")]
    public async Task AVersionIsLaterByItsNumbers(string question, string said) =>
        Assert.Contains(
            said,
            await AskAsync(
                question,
                DateTimeOffset.UnixEpoch,
                (
                    "changes.md",
                    "# Changes\n\n## Version 5.2\n\nThe open ports are 9090 and 22.\n\n## Version 5.10\n\nThe open ports are 8080 and 22.\n"
                )
            ),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("a.md", "b.md")]
    [InlineData("b.md", "a.md")]
    public async Task WhichValueIsSaidDoesNotDependOnTheNamesOfFiles(string older, string newer)
    {
        var text = await AskAsync(
            "what is the fee for the pool?",
            new DateTimeOffset(2026, 11, 29, 12, 0, 0, TimeSpan.Zero),
            (older, "---\ntitle: Fees\ndate: 2025-01-01\n---\nThe fee for the pool is 3 euros.\n"),
            (newer, "---\ntitle: Fees\ndate: 2026-01-01\n---\nThe fee for the pool is 4 euros.\n")
        );
        Assert.Contains("4 euros", text, StringComparison.Ordinal);
        Assert.DoesNotContain("3 euros", text, StringComparison.Ordinal);
    }

    private static (string Path, string Text) Letter(int year, string price, string treasurer) =>
        (
            $"letters/{year}.md",
            $"---\ntitle: Letter of {year}\ndate: {year}-02-02\n---\n\nA cubic metre of water costs {price} euros.\n\nThe treasurer of the gardens is {treasurer}.\n"
        );

    private static IEnumerable<string> Values(string text) => Said.Where(value => text.Contains(value, StringComparison.Ordinal));

    private static async Task<string> AskAsync(string question, DateTimeOffset now, params (string Path, string Text)[] files)
    {
        using var folder = files.Aggregate(new TemporaryFolder(), (folder, file) => folder.With(file.Path, file.Text));
        await using var asked = await AskedFolder.ReadAsync(folder.Path, time: new FakeTimeProvider(now));
        return Assert.IsType<Answer.Grounded>(await asked.AskAsync(question)).Text;
    }
}
