using BriefBot.Knowledge.Articles;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Knowledge;

public sealed class PassageCutterTests
{
    [Fact]
    public void BlocksAreTakenInWhileAPassageIsShort() =>
        AssertCut(
            [
                [30, 30],
                [30, 30],
            ],
            Prose(30),
            Prose(30),
            Prose(30),
            Prose(30)
        );

    [Fact]
    public void AShortSectionIsOnePassage() =>
        AssertCut(
            [
                [20, 20, 20, 20],
            ],
            Prose(20),
            Prose(20),
            Prose(20),
            Prose(20)
        );

    [Fact]
    public void EachPartOfALongTableHasItsHeaderRow()
    {
        var header = Some.Block("Part | Price", BlockKind.TableHeader);
        var passages = Some.Cutter(60, 100).Cut(Some.Head(), [new Section([], [header, Row(40), Row(40), Row(40), Row(40)])]);
        Assert.Equal(2, passages.Count);
        Assert.All(passages, passage => Assert.Same(header, passage.Blocks[0]));
        Assert.All(passages, passage => Assert.Equal(3, passage.Blocks.Count));
    }

    [Fact]
    public void APassageNeverTakesInWhatWouldMakeItTooLong() =>
        AssertCut(
            [
                [50],
                [60],
            ],
            Prose(50),
            Prose(60)
        );

    [Fact]
    public void ALongBlockIsCutIntoPartsOfAboutTheSameLength() =>
        AssertCut(
            [
                [50],
                [80],
                [80],
                [80],
                [20],
            ],
            Prose(50),
            Some.Block(Sentences(24)),
            Prose(20)
        );

    [Fact]
    public void ASentenceLongerThanAPassageIsCutBetweenWords() =>
        AssertCut(
            [
                [100],
                [100],
                [50],
            ],
            Prose(250)
        );

    [Fact]
    public void AWordWithoutEndIsCutToo()
    {
        var text = new string('x', 100_000);
        var passages = Some.Cutter(60, 100).Cut(Some.Head(), [new Section([], [Some.Block(text)])]);
        Assert.Equal(text, string.Concat(passages.SelectMany(passage => passage.Blocks).Select(block => block.Text)));
        Assert.All(passages.SelectMany(passage => passage.Blocks), block => Assert.InRange(block.Text.Length, 1, 5_000));
    }

    [Theory]
    [InlineData(BlockKind.Prose)]
    [InlineData(BlockKind.ListItem)]
    [InlineData(BlockKind.TableRow)]
    [InlineData(BlockKind.Code)]
    public void EachPartOfALongBlockKnowsWhereItStands(BlockKind kind)
    {
        // The first line of the text is the fifth of the file, and so on.
        var lines = Enumerable.Range(5, 300).Select(i => $"Line {i} has six words here.").ToArray();
        var starts = lines.Select((_, i) => new PlaceStart(lines.Take(i).Sum(line => line.Length + 1), i + 5)).ToArray();
        var block = new TextBlock
        {
            Text = string.Join(kind == BlockKind.Code ? '\n' : ' ', lines),
            Kind = kind,
            Places = starts,
        };
        var parts = Some.Cutter(60, 100).Cut(Some.Head(), [new Section([], [block])]).SelectMany(passage => passage.Blocks).ToArray();
        Assert.True(parts.Length >= 18);
        foreach (var part in parts)
        {
            Assert.Equal(0, part.Places[0].Offset);
            foreach (
                var start in part.Places.Where(start =>
                    part.Text.AsSpan(start.Offset).StartsWith("Line ") && part.Text.Length > start.Offset + 8
                )
            )
            {
                Assert.StartsWith($"Line {start.Number} ", part.Text[start.Offset..], StringComparison.Ordinal);
            }
        }

        Assert.Equal(block.Text.Split(' ', '\n'), parts.SelectMany(part => part.Text.Split(' ', '\n')));
        Assert.Equal(Enumerable.Range(5, 300), parts.SelectMany(part => part.Places.Select(start => start.Number)).Distinct());
    }

    [Fact]
    public void AListStaysWholeThoughAPassageIsFullBeforeItsEnd() =>
        AssertCut(
            [
                [30, 30, 30],
            ],
            Item(30),
            Item(30),
            Item(30)
        );

    [Fact]
    public void ATableStaysWhole() =>
        AssertCut(
            [
                [30, 30, 30],
                [10],
            ],
            Row(30),
            Row(30),
            Row(30),
            Prose(10)
        );

    [Fact]
    public void AListStaysWithTheLineThatIntroducesIt() =>
        AssertCut(
            [
                [70],
                [10, 40, 40],
            ],
            Prose(70),
            Introduction(10),
            Item(40),
            Item(40)
        );

    [Fact]
    public void CodeStaysWithTheLineThatIntroducesIt() =>
        AssertCut(
            [
                [70],
                [10, 80],
            ],
            Prose(70),
            Introduction(10),
            Code(80)
        );

    [Fact]
    public void AListThatIsFullWithoutItsIntroductionStaysWhole() =>
        AssertCut(
            [
                [30],
                [45, 45],
            ],
            Introduction(30),
            Item(45),
            Item(45)
        );

    [Fact]
    public void ALongListIsCutBetweenItsItems() =>
        AssertCut(
            [
                [40, 40],
                [40, 40],
            ],
            Item(40),
            Item(40),
            Item(40),
            Item(40)
        );

    [Fact]
    public void ALongTableIsCutBetweenItsRows() =>
        AssertCut(
            [
                [10, 55],
                [55],
                [55],
            ],
            Introduction(10),
            Row(55),
            Row(55),
            Row(55)
        );

    [Fact]
    public void NothingIsJoinedAcrossHeadings()
    {
        var passages = Some.Cutter()
            .Cut(Some.Head(), [new Section(["A"], [Prose(2)]), new Section(["B"], []), new Section(["A", "C"], [Prose(2)])]);
        Assert.Equal([("A", 0), ("A › C", 1)], passages.Select(passage => (passage.Section, passage.Ordinal)));
    }

    [Fact]
    public void AnArticleWithoutTextGivesNoPassages() =>
        Assert.Empty(Some.Cutter().Cut(Some.Head(), [new Section([], []), new Section(["A"], [])]));

    [Fact]
    public void EveryPassageCarriesTheHeadOfItsArticle()
    {
        var head = Some.Head() with { Date = new DateOnly(2025, 9, 4), Url = "https://example.org" };
        var passage = Assert.Single(Some.Cutter().Cut(head, [new Section([], [Prose(1)])]));
        Assert.Equal(
            (head.Path, head.Title, head.Date, head.Url, head.Hash),
            (passage.Path, passage.Title, passage.Date, passage.Url, passage.Hash)
        );
    }

    [Fact]
    public void NoBlockIsLostOrMovedHoweverTheyAreMixed()
    {
        var random = new Random(20250904);
        for (var run = 0; run < 2_000; run++)
        {
            TextBlock[] blocks =
            [
                .. Enumerable
                    .Range(0, random.Next(1, 20))
                    .Select(_ => random.GetItems([Prose, Introduction, Item, Row, Code], 1)[0](random.Next(1, 130))),
            ];
            var passages = Some.Cutter(60, 100).Cut(Some.Head(), [new Section([], blocks)]);
            Assert.Equal(
                blocks.SelectMany(block => block.Text.Split(' ', '\n')),
                passages.SelectMany(passage => passage.Blocks).SelectMany(block => block.Text.Split(' ', '\n'))
            );
            Assert.All(passages, passage => Assert.True(passage.Blocks.Sum(WordCount) <= 100));
        }
    }

    /// <summary>The passages, by the words of their blocks, when a passage is to hold 60 words and at most 100.</summary>
    private static void AssertCut(int[][] expected, params TextBlock[] blocks) =>
        Assert.Equal(
            expected,
            Some.Cutter(60, 100).Cut(Some.Head(), [new Section([], blocks)]).Select(passage => passage.Blocks.Select(WordCount).ToArray())
        );

    private static TextBlock Prose(int words) => Some.Block(Words(words) + ".");

    private static TextBlock Introduction(int words) => Some.Block(Words(words) + ":");

    private static TextBlock Item(int words) => Some.Block(Words(words), BlockKind.ListItem);

    private static TextBlock Row(int words) => Some.Block(Words(words), BlockKind.TableRow);

    private static TextBlock Code(int words) => Some.Block(Words(words).Replace(' ', '\n'), BlockKind.Code);

    /// <summary>Of ten words each.</summary>
    private static string Sentences(int count) =>
        string.Join(
            ' ',
            Enumerable.Repeat(
                "A" + Words(9).Replace("word", " word", StringComparison.Ordinal).Replace("  ", " ", StringComparison.Ordinal) + ".",
                count
            )
        );

    private static string Words(int count) => string.Join(' ', Enumerable.Repeat("word", count));

    private static int WordCount(TextBlock block) => block.Text.Split(' ', '\n').Length;
}
