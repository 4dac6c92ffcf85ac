using BriefBot.Answers;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Answers;

/// <summary>Questions for the one of several with the most or the least of something.</summary>
public sealed class SuperlativesTests
{
    private const string Clubs = """
        # Clubs

        | Club | Day | Members | Cost |
        |---|---|---|---|
        | Choir | Mon | 31 | free |
        | Pottery | Thu | 9 | £45 a term |
        | Gymnastics | Tue | 24 | £32 a term |
        """;

    [Theory]
    [InlineData("which of the clubs is the most expensive?", "Pottery | Thu | 9 | £45 a term")]
    [InlineData("what is the cheapest club", "Choir | Mon | 31 | free")]
    [InlineData("which club has the most members?", "Choir | Mon | 31 | free")]
    [InlineData("which club has the fewest members", "Pottery | Thu | 9 | £45 a term")]
    public async Task OfATableTheRowIsSaidThatHasIt(string question, string row)
    {
        var text = Assert.IsType<Answer.Grounded>(await AskedFolder.AskAsync(question, ("clubs.md", Clubs))).Text;
        Assert.Contains(row, text, StringComparison.Ordinal);
        Assert.DoesNotContain("Gymnastics", text, StringComparison.Ordinal);
        Assert.Contains("Compared: 3 rows of the table.", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("which club meets on Tuesday?")]
    [InlineData("what is the maximum number of members?")]
    public async Task WhereNoneIsAskedForNothingIsCompared(string question)
    {
        var answer = await AskedFolder.AskAsync(question, ("clubs.md", Clubs));
        Assert.DoesNotContain("Compared", answer is Answer.Grounded grounded ? grounded.Text : "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhereSeveralHaveAsMuchNoneIsChosen()
    {
        var answer = await AskedFolder.AskAsync(
            "which club is the cheapest?",
            ("clubs.md", Clubs.Replace("£32 a term", "free", StringComparison.Ordinal))
        );
        Assert.DoesNotContain("Compared", answer is Answer.Grounded grounded ? grounded.Text : "", StringComparison.Ordinal);
    }
}
