using System.Text;
using BriefBot.Knowledge;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Tests.Knowledge;

/// <summary>
/// What readers of formats with lines promise besides. The files are written without markup, so that each format reads them alike.
/// </summary>
public abstract class LineArticleReaderContract : ArticleReaderContract
{
    private const string Plain =
        "The bridge opened in 1932.\nIt carries eight lanes,\ntwo rails   and a path.\n\n\nIt was painted\tgrey — for want of another colour.\n";

    private protected override PlaceUnit PlaceUnit => PlaceUnit.Line;

    private protected override string TextAt(byte[] file, Place place, string section) =>
        string.Join('\n', Encoding.UTF8.GetString(file).Split('\n')[(place.First - 1)..place.Last]);

    [Fact]
    public void EveryWordOfABlockStandsOnTheLineTheBlockNames()
    {
        var lines = Plain.Split('\n');
        foreach (var block in Blocks(Plain))
        {
            foreach (var (offset, word) in Words(block.Text))
            {
                Assert.Contains(word, lines[block.PlaceAt(offset) - 1], StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void TheLinesOfABlockBeginWhereTheyBeginInTheFile() =>
        Assert.Equal([new PlaceStart(0, 1), new PlaceStart(27, 2), new PlaceStart(51, 3)], Blocks(Plain)[0].Places);

    [Fact]
    public void WhiteSpaceIsFoldedToSingleSpaces() =>
        Assert.Equal(
            [
                "The bridge opened in 1932. It carries eight lanes, two rails and a path.",
                "It was painted grey — for want of another colour.",
            ],
            Blocks(Plain).Select(block => block.Text)
        );

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void LinesAreCountedAlikeHoweverTheyEnd(string lineEnd) =>
        Assert.Equal(Told(Plain), Told(Plain.Replace("\n", lineEnd, StringComparison.Ordinal)));

    [Fact]
    public void AByteOrderMarkIsNoText() => Assert.Equal(Told(Plain), Told("\uFEFF" + Plain));

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\r\n\u00A0 ")]
    [InlineData("\uFEFF")]
    public void AnEmptyFileFailsAndSaysWhatToDo(string text) =>
        Assert.Equal(new Problem(Name, null, "The file is empty. Add some text, or remove it."), Fail(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Windows1252IsReadAndNamedWithItsFirstLine()
    {
        var article = Read([.. "One.\n\nCaf"u8, 0xE9, .. " costs 5 "u8, 0x80, .. ".\n"u8]);
        Assert.Equal(["1:One.", "3:Café costs 5 €."], Reading.Told(article));
        Assert.Equal(
            [new Problem(Name, 3, "This isn’t UTF-8; it was read as Windows-1252. Save it as UTF-8.") { Severity = Severity.Warning }],
            article.Warnings
        );
    }

    [Theory]
    [InlineData("One.\n\nЭто мост через реку.\n", "koi8-r")]
    [InlineData("One.\n\nπέτρα πάνω στο ποτάμι.\n", "iso-8859-7")]
    [InlineData("One.\n\n橋は川の上にある。\n", "shift_jis")]
    public void OtherEncodingsFailWithTheirLine(string text, string encoding) =>
        Assert.Equal(
            new Problem(Name, 3, "Unknown encoding: neither UTF-8, UTF-16 nor Windows-1252. Save it as UTF-8."),
            Fail(CodePagesEncodingProvider.Instance.GetEncoding(encoding)!.GetBytes(text))
        );

    [Fact]
    public void Utf8ThatIsDamagedIsReadAsNothingElse() =>
        Assert.Equal(
            new Problem(Name, 2, "Unknown encoding: neither UTF-8, UTF-16 nor Windows-1252. Save it as UTF-8."),
            Fail([.. "A long bridge leads to the café.\nCaf"u8, 0xE9, .. " is Latin-1.\n"u8])
        );

    [Fact]
    public void ALineThatIsLongerThanAllowedFailsWithItsNumber() =>
        Assert.Equal(
            new Problem(Name, 3, "This line is longer than 100,000 characters. Split it into shorter lines."),
            Fail(Encoding.UTF8.GetBytes("One.\n\n" + new string('x', 100_001) + "\n"))
        );

    [Fact]
    public void ACharacterThatIsCutOffAtTheEndIsNotUtf8() =>
        Assert.Equal(
            new Problem(Name, 2, "Unknown encoding: neither UTF-8, UTF-16 nor Windows-1252. Save it as UTF-8."),
            Fail([.. "A bridge leads over the river.\r"u8, 0xE2, 0x82])
        );

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Utf16IsReadAndNamed(bool bigEndian)
    {
        var encoding = new UnicodeEncoding(bigEndian, byteOrderMark: true);
        var article = Read([.. encoding.GetPreamble(), .. encoding.GetBytes("One.\r\n\r\nBrücke – 橋.")]);
        Assert.Equal(["1:One.", "3:Brücke – 橋."], Reading.Told(article));
        Assert.Equal(
            [new Problem(Name, null, "This isn’t UTF-8; it was read as UTF-16. Save it as UTF-8.") { Severity = Severity.Warning }],
            article.Warnings
        );
    }

    [Fact]
    public void Utf16ThatIsDamagedFails() =>
        Assert.Equal(
            new Problem(Name, null, "This begins like UTF-16 but isn’t. Save it as UTF-8."),
            Fail([.. Encoding.Unicode.GetPreamble(), 0x00, 0xD8, 0x41, 0x00])
        );

    [Fact]
    public void AZeroByteMakesItABinaryFile() =>
        Assert.Equal(
            new Problem(Name, 2, "This looks like a binary file: it contains a zero byte. Save it as UTF-8 text, or remove it."),
            Fail("One.\nTwo\0."u8.ToArray())
        );

    [Fact]
    public void RandomTextNeverThrowsAndNamesOnlyLinesOfTheFile()
    {
        const string Alphabet = "ab .\n\n\r\t#*_`~[]()!<>&;:|-+=\\/\"'0é—😀\u2028\u00A0\f";
        var random = new Random(20250904);
        for (var run = 0; run < 5_000; run++)
        {
            var text = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(random.GetItems<char>(Alphabet, random.Next(120))));
            var count = text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n', '\r').Length;
            if (Reader.Read(Name, Encoding.UTF8.GetBytes(text)) is ReadResult.Read read)
            {
                Assert.All(
                    read.Article.Passages.SelectMany(passage => passage.Blocks),
                    block =>
                    {
                        AssertWellFormed(block);
                        Assert.All(block.Places, start => Assert.InRange(start.Number, 1, count));
                    }
                );
            }
        }
    }

    private TextBlock[] Blocks(string text) => [.. Read(text).Passages.SelectMany(passage => passage.Blocks)];

    private string[] Told(string text) => Reading.Told(Read(text));

    private static IEnumerable<(int Offset, string Word)> Words(string text)
    {
        var offset = 0;
        foreach (var word in text.Split(' '))
        {
            yield return (offset, word);
            offset += word.Length + 1;
        }
    }
}
