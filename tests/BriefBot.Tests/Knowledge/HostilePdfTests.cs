using System.IO.Compression;
using System.Text;
using BriefBot.Knowledge;
using BriefBot.Service.Knowledge.OutOfProcess;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Knowledge;

/// <summary>
/// PDF files made to fill the memory, to overflow the stack or to take for ever fail with what to do, and the next file is read.
/// </summary>
public sealed class HostilePdfTests : IDisposable
{
    private readonly OutOfProcessArticleReader _reader = new(
        Some.Knowledge(new KnowledgeOptions { ReadTimeoutSeconds = 10 }),
        TimeProvider.System
    );

    public void Dispose() => _reader.Dispose();

    [Theory]
    [InlineData("[")]
    [InlineData("<<")]
    [InlineData("<< /A ")]
    [InlineData("(")]
    [InlineData("q ")]
    [InlineData("BT ")]
    [InlineData("/Fm Do ")]
    [InlineData("BI ")]
    public void AHundredThousandTimesTheSameOnAPageFails(string unit) =>
        AssertFails(
            Pdf(
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                Encoding.ASCII.GetBytes(new StringBuilder().Insert(0, unit, 100_000).ToString())
            )
        );

    [Fact]
    public void AStreamThatUnpacksToMoreThanTheMemoryFails()
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var block = new byte[1_000_000];
            for (var i = 0; i < 300; i++)
            {
                zip.Write(block);
            }
        }

        AssertFails(Pdf("<< /Type /Pages /Kids [3 0 R] /Count 1 >>", packed.ToArray(), "/Filter /FlateDecode "));
    }

    [Theory]
    [InlineData("<< /Type /Pages /Kids [2 0 R] /Count 1 >>")]
    [InlineData("<< /Type /Pages /Kids [2 0 R 2 0 R 3 0 R] /Count 2000000000 >>")]
    [InlineData("2 0 R")]
    public void PagesThatLeadInACircleFail(string pages) => AssertFails(Pdf(pages, "BT ET"u8));

    [Fact]
    public void PagesThatAreNowhereAreNoScan() =>
        Assert.StartsWith(
            "No page can be found",
            Assert
                .IsType<ReadResult.Failed>(_reader.Read("bridge.pdf", Pdf("<< /Type /Pages /Kids [2 0 R] /Count 1 >>", "BT ET"u8)))
                .Problem.Message,
            StringComparison.Ordinal
        );

    private static byte[] Pdf(string pages, ReadOnlySpan<byte> content, string filter = "")
    {
        using var file = new MemoryStream();
        file.Write(
            Encoding.ASCII.GetBytes(
                $"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n{pages}\nendobj\n"
                    + $"3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R >>\nendobj\n4 0 obj\n<< {filter}/Length {content.Length} >>\nstream\n"
            )
        );
        file.Write(content);
        file.Write("\nendstream\nendobj\ntrailer\n<< /Root 1 0 R /Size 5 >>\n%%EOF\n"u8);
        return file.ToArray();
    }

    private void AssertFails(byte[] content)
    {
        Assert.IsType<ReadResult.Failed>(_reader.Read("bridge.pdf", content));
        using var good = new PdfFile();
        Assert.IsType<ReadResult.Read>(_reader.Read("good.pdf", good.Paragraph("Text.").Build()));
    }
}
