using System.Text;
using BriefBot.Knowledge;

namespace BriefBot.Tests.Knowledge;

/// <summary>What every reader promises, whatever its format.</summary>
public abstract class ArticleReaderContract
{
    private const string Plain = "Alpha beta gamma delta.\nSecond line of it, with more.\n\nAnother paragraph stands here.\nIt has two lines.\n\nThe last one is this.";

    protected abstract IArticleReader Reader { get; }

    [Fact]
    public void EveryWordStandsOnItsLine()
    {
        foreach (var block in Blocks(Read(Plain)))
        {
            AssertStandsOnItsLines(block, Plain);
        }
    }

    [Fact]
    public void ReadingTwiceGivesTheSame() => Assert.Equivalent(Read(Plain), Read(Plain));

    [Fact]
    public void WindowsLineEndsGiveTheSameLines()
    {
        var lines = Blocks(Read(Plain)).SelectMany(block => block.Lines);
        Assert.Equal(lines, Blocks(Read(Plain.Replace("\n", "\r\n", StringComparison.Ordinal))).SelectMany(block => block.Lines));
    }

    [Fact]
    public void AByteOrderMarkIsNoText()
    {
        var article = Assert.IsType<ReadResult.Read>(Read([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Plain)]));
        Assert.StartsWith("Alpha", article.Article.Passages[0].Blocks[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\n")]
    public void AFileWithoutTextFailsAndSaysSo(string text) =>
        Assert.Contains("empty", Failed(Encoding.UTF8.GetBytes(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void AFileThatIsNotUtf8FailsWithItsLine()
    {
        var problem = Failed([.. "one\ntwo\n"u8, 0xFF, .. "three"u8]);
        Assert.Equal(3, problem.Line);
        Assert.Contains("UTF-8", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Utf16FailsAndIsNamed() =>
        Assert.Contains("UTF-16", Failed([0xFF, 0xFE, 0x41, 0x00]).Message, StringComparison.Ordinal);

    [Fact]
    public void AZeroByteFails() => Assert.Contains("zero byte", Failed([.. "some "u8, 0, .. "text"u8]).Message, StringComparison.Ordinal);

    [Fact]
    public void NoBytesMakeItThrow()
    {
        var random = new Random(4711);
        for (var i = 0; i < 300; i++)
        {
            var bytes = new byte[random.Next(400)];
            random.NextBytes(bytes);
            // Half of them as text that means something to the format.
            if (i % 2 == 0)
            {
                const string marks = "#>-*_`|[]()<!&\\:~\n\n  ab1.\t";
                bytes = [.. bytes.Select(b => (byte)marks[b % marks.Length])];
            }

            Assert.NotNull(Read(bytes));
        }
    }

    protected ReadResult Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    protected ReadResult Read(byte[] content) => Reader.Read("folder/some-file.x", content);

    protected Problem Failed(byte[] content) => Assert.IsType<ReadResult.Failed>(Read(content)).Problem;

    protected static IReadOnlyList<TextBlock> Blocks(ReadResult result) =>
        [.. Assert.IsType<ReadResult.Read>(result).Article.Passages.SelectMany(passage => passage.Blocks)];

    /// <summary>Each word of the block stands in the file on the line that the block says.</summary>
    protected static void AssertStandsOnItsLines(TextBlock block, string source)
    {
        var lines = source.Split('\n');
        var at = 0;
        foreach (var word in block.Text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            at = block.Text.IndexOf(word, at, StringComparison.Ordinal);
            Assert.Contains(word, lines[block.LineAt(at) - 1], StringComparison.Ordinal);
            at += word.Length;
        }
    }
}
