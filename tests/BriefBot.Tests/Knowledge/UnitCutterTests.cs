using BriefBot.Knowledge.Articles;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Knowledge;

/// <summary>What of a passage can answer: each unit as its kind, its introduction before a bar, and its own sentences.</summary>
public sealed class UnitCutterTests
{
    [Fact]
    public void AShortParagraphIsOneUnitAndALongOneIsCutIntoSentences()
    {
        Assert.Equal(["Paragraph: One. Two."], Units(Prose("One. Two.")));
        var sentence = Some.Words(31);
        Assert.Equal(
            [$"Sentence: {sentence}", $"Sentence: {sentence}"],
            Units(Prose($"{sentence} {sentence}".Replace("word. word", "word. Word", StringComparison.Ordinal)))
                .Select(unit => unit.Replace("Word", "word", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void AShortLineBelongsToWhatFollowsIt() =>
        Assert.Contains("Paragraph: Opening hours | We open at nine.", Units(Prose("Opening hours"), Prose("We open at nine.")));

    [Fact]
    public void AQuestionIsNoAnswerButWhatFollowsItIs() =>
        Assert.Contains("Paragraph: May I bring a dog? | On a lead, yes.", Units(Prose("May I bring a dog?"), Prose("On a lead, yes.")));

    [Theory]
    [InlineData("Phone:")]
    [InlineData("May I bring a dog?")]
    public void ALabelWithoutItsValueAndAQuestionWithoutItsAnswerAreNone(string text) => Assert.Empty(Units(Prose(text)));

    [Fact]
    public void AnItemHasItsIntroductionAndAllThatIsNestedUnderIt() =>
        Assert.Equal(
            [
                "ListItem: Options: | timeout default 30",
                "ListItem: Options: timeout | default 30",
                "ListItem: Options: | retries",
                "List: Options: | timeout default 30 retries",
            ],
            Units(Prose("Options:"), Item("timeout", 1), Item("default 30", 2), Item("retries", 1))
                .Where(unit => !unit.StartsWith("Section", StringComparison.Ordinal))
        );

    [Fact]
    public void ALongListIsCutIntoListsOfTwelve() =>
        Assert.Equal(
            [12, 12, 1],
            UnitCutter
                .Cut(
                    Some.Passage("unused") with
                    {
                        Blocks = [Prose("Bring:"), .. Enumerable.Range(0, 25).Select(i => Item($"thing {i}", 1))],
                    }
                )
                .Where(unit => unit.Kind == UnitKind.List)
                .Select(unit => unit.Last - unit.First + 1)
        );

    [Fact]
    public void CodeWithinAnItemIsPartOfIt() =>
        Assert.Contains(
            "ListItem: Install it: npm i",
            Units(Item("Install it:", 1), Some.Block("npm i", BlockKind.Code) with { Depth = 1 }, Item("Start it", 1))
        );

    [Fact]
    public void ARowHasItsHeader() =>
        Assert.Equal(
            ["TableRow: Part | Price | Hose | 8", "TableRow: Part | Price | Filter | 5", "Table: Part | Price | Hose | 8 Filter | 5"],
            Units(Some.Block("Part | Price", BlockKind.TableHeader), Row("Hose | 8"), Row("Filter | 5"))
        );

    [Fact]
    public void CodeComesWithTheLineThatAnnouncesIt() =>
        Assert.Contains(
            "Code: Renew it by hand: | cert renew",
            Units(Prose("Renew it by hand:"), Some.Block("cert renew", BlockKind.Code))
        );

    [Fact]
    public void AShortSectionIsAUnitToo() => Assert.Equal("Section: One. Two.", Units(Prose("One."), Prose("Two."))[^1]);

    private static TextBlock Prose(string text) => Some.Block(text);

    private static TextBlock Item(string text, int depth) => Some.Block(text, BlockKind.ListItem) with { Depth = depth, BeginsItem = true };

    private static TextBlock Row(string text) => Some.Block(text, BlockKind.TableRow);

    private static string[] Units(params TextBlock[] blocks)
    {
        var passage = Some.Passage("unused") with { Blocks = blocks };
        string[] sentences = [.. SentenceSplitter.Sentences(passage)];
        return
        [
            .. UnitCutter
                .Cut(passage)
                .Select(unit =>
                {
                    var introduction = string.Join(' ', unit.Introduction.Select(ordinal => sentences[ordinal]));
                    return $"{unit.Kind}: {introduction}{(introduction.Length > 0 ? " | " : "")}{string.Join(' ', sentences[unit.First..(unit.Last + 1)])}";
                }),
        ];
    }
}
