using System.Text;
using BriefBot.Knowledge;
using BriefBot.Service.Knowledge;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Knowledge;

/// <summary>What a table of separated values reads like, and on which line each row stands.</summary>
public sealed class TableArticleReaderTests
{
    private readonly TableArticleReader _reader = new(Some.Cutter(), Some.Knowledge());

    [Theory]
    [InlineData(
        "fees.csv",
        "Boat,Fee\nHeron,12\n\"Otter, red\",\"14 \"\"net\"\"\"\n",
        "TableHeader: 1:Boat | Fee",
        "TableRow: 2:Heron | 12",
        "TableRow: 3:Otter, red | 14 \"net\""
    )]
    [InlineData("fees.csv", "Boat;Fee\nHeron;12,50\n", "TableHeader: 1:Boat | Fee", "TableRow: 2:Heron | 12,50")]
    [InlineData("fees.csv", "Boat,Call\nHeron,a | b |c\n", "TableHeader: 1:Boat | Call", "TableRow: 2:Heron | a\u00A0| b\u00A0|c")]
    [InlineData("fees.tsv", "Boat\tFee\nHeron\t12, net\n", "TableHeader: 1:Boat | Fee", "TableRow: 2:Heron | 12, net")]
    [InlineData("fees.csv", "Heron,12\nOtter,14,extra\n,\n", "TableRow: 1:Heron | 12", "TableRow: 2:Otter | 14 | extra")]
    [InlineData("fees.csv", "\n\nHeron,12\n\nOtter,14\n", "TableRow: 3:Heron | 12", "TableRow: 5:Otter | 14")]
    [InlineData("fees.csv", "Heron,12\r\nOtter,14\r\n", "TableRow: 1:Heron | 12", "TableRow: 2:Otter | 14")]
    [InlineData(
        "fees.csv",
        "Boat,Note\nHeron,\"two\nlines\"\nOtter,one\n",
        "TableHeader: 1:Boat | Note",
        "TableRow: 2:Heron | two lines",
        "TableRow: 4:Otter | one"
    )]
    public void ARowIsReadWithItsLine(string path, string text, params string[] blocks) =>
        Assert.Equal(blocks, Reading.Told(Reading.Read(_reader, path, text)));

    [Fact]
    public void AQuotationMarkThatIsNotClosedIsNamedWithItsLine()
    {
        var article = Reading.Read(_reader, "fees.csv", "Boat,Fee\n\"Heron\",12\n\"Otter,14\nTern,9\n");
        var problem = Assert.Single(article.Warnings);
        Assert.Equal(3, problem.Line);
        Assert.Contains("isn’t closed", problem.Message, StringComparison.Ordinal);
        Assert.Empty(Reading.Read(_reader, "fees.csv", "Boat,Fee\n\"the \"\"Heron\"\"\",12\n").Warnings);
    }

    [Fact]
    public void ARowWithMoreCellsThanTheHeaderIsNamedWithItsLine()
    {
        var article = Reading.Read(_reader, "fees.csv", "Boat,Fee\nHeron,12\n\nOtter, red,14\nTern,9,5,2\n");
        var problem = Assert.Single(article.Warnings);
        Assert.Equal(4, problem.Line);
        Assert.Contains("3 cells and the header row 2", problem.Message, StringComparison.Ordinal);
        Assert.Empty(Reading.Read(_reader, "fees.csv", "Boat,Fee,Note\nHeron,12\nOtter,14,,,\n").Warnings);
    }

    [Fact]
    public void AColumnWithoutANameIsNamedWithItsLine() =>
        Assert.Equal(1, Assert.Single(Reading.Read(_reader, "fees.csv", "Boat,,Fee\nHeron,12,1\n").Warnings).Line);

    [Fact]
    public void WhatIsNoTableFailsOrIsReadAndNeverThrows()
    {
        var random = new Random(20261129);
        const string Marks = "\",;\t\n\r| ab1\u0000";
        for (var run = 0; run < 2_000; run++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => Marks[random.Next(Marks.Length)]));
            Assert.IsType<ReadResult>(_reader.Read("a.csv", Encoding.UTF8.GetBytes(text)), exactMatch: false);
        }
    }
}
