using System.Security.Cryptography;
using BriefBot.Knowledge;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Tests.Knowledge;

/// <summary>What every reader promises, whatever its format; each test class writes the parts of an article in its own.</summary>
public abstract class ArticleReaderContract
{
    private static readonly ArticlePart[] Bridge =
    [
        new ArticlePart.Heading(1, "The harbour bridge"),
        new ArticlePart.Paragraph("The bridge opened in 1932 after eight years of work."),
        new ArticlePart.Paragraph("It was painted grey, for want of another colour."),
        new ArticlePart.Heading(2, "Traffic"),
        new ArticlePart.Paragraph("Eight lanes and two rails cross the water on it."),
        new ArticlePart.Heading(2, "History"),
        new ArticlePart.Paragraph("Nobody remembers who first proposed to build it here."),
        new ArticlePart.Paragraph("The last rivet was driven by the mayor himself."),
    ];

    private protected abstract IArticleReader Reader { get; }

    private protected abstract string Name { get; }

    private protected abstract PlaceUnit PlaceUnit { get; }

    /// <summary>A file of the format that holds the parts.</summary>
    private protected abstract byte[] Write(IEnumerable<ArticlePart> parts);

    /// <summary>What stands at a place, read from the file alone and without the reader; white space does not matter.</summary>
    private protected abstract string TextAt(byte[] file, Place place, string section);

    [Fact]
    public void TextIsReadInOrderUnderItsHeadings()
    {
        var article = Read(Write(Bridge));
        Assert.Equal("The harbour bridge", article.Title);
        Assert.Equal(
            Bridge.OfType<ArticlePart.Paragraph>().Select(paragraph => paragraph.Text),
            Passages(article).Select(found => found.Block.Text)
        );
        Assert.Equal(["", "", "Traffic", "History", "History"], Passages(article).Select(found => found.Passage.Section));
    }

    [Fact]
    public void EveryBlockStandsInTheFileWhereItSays()
    {
        var file = Write(Bridge);
        foreach (var (passage, block) in Passages(Read(file)))
        {
            Assert.Equal(PlaceUnit, passage.PlaceUnit);
            var place = new Place(passage.PlaceUnit, block.PlaceAt(0), block.PlaceAt(block.Text.Length - 1));
            Assert.Contains(Squeezed(block.Text), Squeezed(TextAt(file, place, passage.Section)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void ReadingTwiceGivesTheSame() => Assert.Equal(Reading.Told(Read(Write(Bridge))), Reading.Told(Read(Write(Bridge))));

    [Fact]
    public void TheArticleAndItsPassagesCarryPathAndHash()
    {
        var file = Write(Bridge);
        var article = Read(file);
        Assert.Equal((Name, Convert.ToHexStringLower(SHA256.HashData(file))), (article.Path, article.Hash));
        Assert.All(
            article.Passages,
            passage => Assert.Equal((article.Path, article.Hash, article.Title), (passage.Path, passage.Hash, passage.Title))
        );
    }

    [Fact]
    public virtual void AFileWithoutTextBelowItsHeadingFails() =>
        Assert.Null(Fail(Write([new ArticlePart.Heading(1, "Harbour bridge"), new ArticlePart.Heading(2, "History")])).Line);

    [Fact]
    public void AFileWithoutBytesFailsAndSaysWhatToDo() => Assert.Contains("or remove it.", Fail([]).Message, StringComparison.Ordinal);

    [Fact]
    public void RandomBytesNeverThrow()
    {
        var random = new Random(20250904);
        for (var run = 0; run < 500; run++)
        {
            var content = new byte[random.Next(300)];
            random.NextBytes(content);
            Assert.NotNull(Reader.Read(Name, content));
        }
    }

    [Fact]
    public void AFileThatIsCutOffOrChangedAnywhereNeverThrows()
    {
        var good = Write(Bridge);
        var random = new Random(20250904);
        for (var run = 0; run < 300; run++)
        {
            var content = good[..(run % 3 == 0 ? random.Next(good.Length) : good.Length)];
            for (var change = 0; change < run % 10 && content.Length > 0; change++)
            {
                content[random.Next(content.Length)] = (byte)random.Next(256);
            }

            switch (Reader.Read(Name, content))
            {
                case ReadResult.Read read:
                    Assert.All(Passages(read.Article), found => AssertWellFormed(found.Block));
                    break;
                case ReadResult.Failed failed:
                    Assert.NotEmpty(failed.Problem.Message);
                    break;
            }
        }
    }

    private protected Article Read(string text) => Reading.Read(Reader, Name, text);

    private protected Article Read(byte[] content) => Reading.Read(Reader, Name, content);

    private protected Problem Fail(byte[] content) => Assert.IsType<ReadResult.Failed>(Reader.Read(Name, content)).Problem;

    private protected static IEnumerable<(Passage Passage, TextBlock Block)> Passages(Article article) =>
        article.Passages.SelectMany(passage => passage.Blocks.Select(block => (passage, block)));

    private protected static void AssertWellFormed(TextBlock block)
    {
        Assert.NotEmpty(block.Text);
        Assert.Equal(0, block.Places[0].Offset);
        Assert.Equal(block.Places.OrderBy(start => start.Offset).ThenBy(start => start.Number), block.Places);
        Assert.All(block.Places, start => Assert.InRange(start.Offset, 0, block.Text.Length - 1));
        Assert.All(block.Places, start => Assert.True(start.Number >= 1));
    }

    private static string Squeezed(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
}
