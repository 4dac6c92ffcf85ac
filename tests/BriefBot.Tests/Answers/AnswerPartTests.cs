using BriefBot.Answers;
using BriefBot.Knowledge.Articles;
using BriefBot.Service.Chat;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Answers;

public sealed class AnswerPartTests
{
    [Fact]
    public void AListIsWrittenItemByItemUnderItsSection()
    {
        var part = new AnswerPart([Said("Bring:"), Item("a map"), Item("of the hills", depth: 2), Item("cash")], "Hikes › Before");
        Assert.Equal(AnswerPartKind.List, part.Kind);
        Assert.Equal("Hikes › Before:\nBring: [1]\n- a map [1]\n  - of the hills [1]\n- cash [1]", part.Text);
    }

    [Fact]
    public void StepsHaveTheNumbersOfTheArticle()
    {
        var part = new AnswerPart([Item("Open it.", number: 2), Item("Close it.", number: 3)], "");
        Assert.Equal(AnswerPartKind.Steps, part.Kind);
        Assert.Equal("2. Open it. [1]\n3. Close it. [1]", part.Text);
    }

    [Fact]
    public void ProgramsAreToldWhatEachSentenceIs()
    {
        var citation = ScriptedAnswerer.Citation("Part | Price") with { Number = 1, Section = "Prices" };
        var answer = new Answer.Grounded
        {
            Sentences =
            [
                Said("Part | Price", BlockKind.TableHeader),
                Said("Hose | 8", BlockKind.TableRow),
                Said("See below.") with
                {
                    Part = 1,
                },
            ],
            Citations = [citation],
            Confidence = 1,
        };
        var parts = AskPart.Create(answer);
        Assert.Equal(["table", "text"], parts.Select(part => part.Kind));
        Assert.Equal("Prices", parts[0].Section);
        Assert.Equal(
            [(0, "header"), (1, "row"), (2, "text")],
            parts.SelectMany(part => part.Lines).Select(line => (line.Sentence, line.Role))
        );
    }

    private static AnswerSentence Said(string text, BlockKind kind = BlockKind.Prose) =>
        new()
        {
            Text = text,
            Citations = [1],
            Form = new BlockForm(kind),
        };

    private static AnswerSentence Item(string text, int depth = 1, int number = 0) =>
        new()
        {
            Text = text,
            Citations = [1],
            Form = new BlockForm(BlockKind.ListItem, depth, BeginsItem: true, number),
        };
}
