using BriefBot.Answers;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Answers;

/// <summary>Questions about the versions of a changelog, whose headings say which one and when.</summary>
public sealed class ReleasesTests
{
    private const string Changelog = """
        # Ferrybook changelog

        ## 3.9.1 (2026-01-20)

        - Mends the seat counter.

        ## 3.10.0 (2026-03-02)

        - Adds seat maps for the upper deck.

        ## [3.2.0] – 14 November 2025

        - Fixes the printing of tickets on A5 paper.
        """;

    [Theory]
    [InlineData("what is the newest release", "3.10.0 (2026-03-02):", "seat maps")]
    [InlineData("what's the latest version?", "3.10.0 (2026-03-02):", "seat maps")]
    [InlineData("when was version 3.10 released?", "3.10.0 (2026-03-02):", "seat maps")]
    [InlineData("when was 3.2.0 released", "[3.2.0] – 14 November 2025:", "A5 paper")]
    public async Task TheHeadingOfAVersionAnswers(string question, string heading, string change)
    {
        var answer = Assert.IsType<Answer.Grounded>(await AskedFolder.AskAsync(question, ("changelog.md", Changelog)));
        Assert.True(answer.IsSure);
        Assert.Contains(heading, answer.Text, StringComparison.Ordinal);
        Assert.Contains(change, Assert.Single(answer.Sentences).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheNewestVersionOfAnotherProductIsNotSaidAsSure()
    {
        var answer = await AskedFolder.AskAsync("what is the newest release of Trainbook", ("changelog.md", Changelog));
        Assert.False(answer is Answer.Grounded { IsSure: true });
    }
}
