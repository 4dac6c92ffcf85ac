using BriefBot.Answers;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Answers;

public sealed class ListsAndTablesTests
{
    private const string Demands =
        "# The strike\n\nThe demands of the dockers' union are:\n\n- higher wages\n- shorter shifts\n- a nurse on the pier\n\n## "
        + "Weather\n\nIt rained.\n";

    private static readonly string Ships =
        "# Ships\n\n| Ship | Drive | Passengers |\n|---|---|---|\n| Heron | battery | 120 |\n"
        + string.Concat("ABCDEFGHI".Select((letter, i) => $"| {letter}rrow | diesel | 18{i} |\n"));

    [Fact]
    public async Task AListWhoseIntroductionIsReadByASynonymComesWhole()
    {
        var answer = await AskedFolder.AskAsync(
            "what are the demands of the stevedores",
            ("strike.md", Demands),
            ("synonyms.txt", "stevedores => dockers' union\n")
        );
        Assert.Equal(4, Assert.IsType<Answer.Grounded>(answer).Sentences.Count);
    }

    [Fact]
    public async Task OfALongListTheFirstTwelveItemsComeThenByMoreTheNextWithTheirNumbers()
    {
        var list =
            "# Lamps\n\nTo light the harbour lamps:\n\n"
            + string.Concat(Enumerable.Range(1, 20).Select(i => $"{i}. Turn the key of lamp {i}\n"));
        using var files = new TemporaryFolder().With("lamps.md", list);
        await using var folder = await AskedFolder.ReadAsync(files.Path);
        var shown = Assert.IsType<Answer.Grounded>(await folder.AskAsync("how do I light the harbour lamps?"));
        Assert.Equal(13, shown.Sentences.Count);
        Assert.Contains("\n12. Turn the key of lamp 12", shown.Text, StringComparison.Ordinal);
        Assert.EndsWith("\n… and 8 more. Say “more” to see them.", shown.Text, StringComparison.Ordinal);
        var more = Assert.IsType<Answer.Grounded>(await folder.AskAsync("more", "how do I light the harbour lamps?"));
        Assert.Contains("\n13. Turn the key of lamp 13", more.Text, StringComparison.Ordinal);
        Assert.Contains("\n20. Turn the key of lamp 20", more.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ship drive passengers")]
    [InlineData("what drive do the ships have for their passengers?")]
    public async Task TheHeaderRowOfATableIsNeverAnAnswer(string question)
    {
        var answer = await AskedFolder.AskAsync(question, ("ships.md", Ships));
        Assert.True(answer is not Answer.Grounded grounded || grounded.Sentences.Count > 1, ((answer as Answer.Grounded)?.Text));
        Assert.DoesNotContain(
            "Ship | Drive",
            answer is Answer.NotFound nothing ? string.Concat(nothing.Closest.Select(closest => closest.Quote)) : "",
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task OfARowWhatIsAskedForIsShownUnderItsHeader()
    {
        var answer = Assert.IsType<Answer.Grounded>(
            await AskedFolder.AskAsync("how many passengers does the Heron take?", ("ships.md", Ships))
        );
        Assert.Equal(["Ship | Passengers", "Heron | 120"], answer.Sentences.Select(sentence => sentence.Text).Take(2));
    }
}
