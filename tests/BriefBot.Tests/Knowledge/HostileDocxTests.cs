using System.IO.Compression;
using System.Text;
using BriefBot.Knowledge;
using BriefBot.Service.Knowledge.DocxFiles;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Knowledge;

/// <summary>Archives made to fill the memory or to overflow the stack fail with what to do.</summary>
public sealed class HostileDocxTests
{
    private static readonly KnowledgeOptions Small = new()
    {
        Limits = new() { UnpackedBytes = 1_000_000, Entries = 20 },
    };

    [Fact]
    public void WhatUnpacksToMoreThanAllowedFailsWhateverItSaysOfItsSize()
    {
        var bomb = With("word/bomb.xml", "<a>" + new string(' ', 2_000_000) + "</a>");
        Assert.InRange(bomb.Length, 0, 20_000);
        Assert.Equal("This unpacks to more than 1000000 bytes. Split the file.", Fail(bomb));
        var small = BitConverter.GetBytes(10);
        for (
            var at = bomb.AsSpan().LastIndexOf(BitConverter.GetBytes(2_000_007));
            at >= 0;
            at = bomb.AsSpan().LastIndexOf(BitConverter.GetBytes(2_000_007))
        )
        {
            small.CopyTo(bomb, at);
        }

        Assert.NotEmpty(Fail(bomb));
    }

    [Fact]
    public void ManyEntriesThatEachAreSmallFailTogether() =>
        Assert.Equal(
            "This unpacks to more than 1000000 bytes. Split the file.",
            Fail(With(Enumerable.Range(0, 10).Select(i => ($"word/{i}.xml", $"<a>{new string(' ', 150_000)}</a>"))))
        );

    [Fact]
    public void MoreEntriesThanAllowedFail() =>
        Assert.Matches(@"^This archive has \d\d files, more than 20\.", Fail(With(Enumerable.Range(0, 21).Select(i => ($"{i}.txt", "")))));

    [Theory]
    [InlineData("w:sdt")]
    [InlineData("w:p")]
    [InlineData("w:r")]
    [InlineData("w:tbl")]
    public void ElementsNestedAHundredThousandTimesFail(string name) =>
        Assert.Equal(
            "Elements are nested more than 256 deep. Flatten them.",
            Fail(DocxFile.Of(Times($"<{name}>", 100_000) + Times($"</{name}>", 100_000)), new KnowledgeOptions())
        );

    [Fact]
    public void EntitiesAreNotExpanded() =>
        Assert.Contains(
            "it’s damaged",
            Fail(With("word/a.xml", "<!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>")),
            StringComparison.Ordinal
        );

    [Fact]
    public void AnOrdinaryLargeFileIsRead()
    {
        var article = Assert
            .IsType<ReadResult.Read>(Read(DocxFile.Of(Times(DocxFile.Paragraph("Some words."), 20_000)), new KnowledgeOptions()))
            .Article;
        Assert.Equal(20_000, article.Passages.Sum(passage => passage.Blocks.Count));
    }

    private static string Times(string unit, int count) => new StringBuilder().Insert(0, unit, count).ToString();

    private static byte[] With(string name, string text) => With([(name, text)]);

    private static byte[] With(IEnumerable<(string Name, string Text)> entries)
    {
        using var stream = new MemoryStream();
        stream.Write(DocxFile.Of(DocxFile.Paragraph("Text.")));
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return stream.ToArray();
    }

    private static ReadResult Read(byte[] content, KnowledgeOptions options) =>
        new DocxArticleReader(Some.Cutter(), Some.Knowledge(options)).Read("bridge.docx", content);

    private static string Fail(byte[] content, KnowledgeOptions? options = null) =>
        Assert.IsType<ReadResult.Failed>(Read(content, options ?? Small)).Problem.Message;
}
