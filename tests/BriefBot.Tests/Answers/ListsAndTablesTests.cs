using BriefBot.Answers;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Answers;

public sealed class ListsAndTablesTests
{
    private const string Demands = "# The strike\n\nThe demands of the dockers' union are:\n\n- higher wages\n- shorter shifts\n- a nurse on the pier\n\n## "
        + "Weather\n\nIt rained.\n";

    private static readonly string Ships =
        "# Ships\n\n| Ship | Drive | Passengers |\n|---|---|---|\n| Heron | battery | 120 |\n"
            + string.Concat("ABCDEFGHI".Select((letter, i) => $"| {letter}rrow | diesel | 18{i} |\n"));

    [Fact]
    public async Task AListWhoseIntroductionIsReadByASynonymComesWhole()
    {
        var answer = await AskedFolder.AskAsync("what are the demands of the stevedores", ("strike.md", Demands), ("synonyms.txt", "stevedores => dockers' union\n"));
        Assert.Equal(4, Assert.IsType<Answer.Grounded>(answer).Sentences.Count);
    }

    [Theory]
    [InlineData("ship drive passengers")]
    [InlineData("what drive do the ships have for their passengers?")]
    public async Task TheHeaderRowOfATableIsNeverAnAnswer(string question)
    {
        var answer = await AskedFolder.AskAsync(question, ("ships.md", Ships));
        Assert.True(answer is not Answer.Grounded grounded || grounded.Sentences.Count > 1, ((answer as Answer.Grounded)?.Text));
        Assert.DoesNotContain("Ship | Drive", answer is Answer.NotFound nothing ? string.Concat(nothing.Closest.Select(closest => closest.Quote)) : "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task OfARowWhatIsAskedForIsShownUnderItsHeader()
    {
        var answer = Assert.IsType<Answer.Grounded>(await AskedFolder.AskAsync("how many passengers does the Heron take?", ("ships.md", Ships)));
        Assert.Equal(["Ship | Passengers", "Heron | 120"], answer.Sentences.Select(sentence => sentence.Text).Take(2));
    }
}
