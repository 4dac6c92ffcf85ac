using BriefBot.Service.Retrieval;

namespace BriefBot.Tests.Retrieval;

public sealed class EnglishTextAnalyzerTests
{
    private static readonly EnglishTextAnalyzer Analyzer = LuceneAnalyzers.English;

    [Theory]
    [InlineData("The U.S. and US", "us us")]
    [InlineData("Putin's rivers", "putin river")]
    [InlineData("café naïve", "cafe naiv")]
    [InlineData("leaders met, talks began", "leader meet talk begin")]
    [InlineData("25.5% of 1,000", "25.5 1,000")]
    [InlineData("", "")]
    [InlineData("?!*:(", "")]
    public void WordsBecomeTerms(string text, string terms) =>
        Assert.Equal(terms, string.Join(' ', Analyzer.Analyze(text).Select(token => token.Term)));

    [Theory]
    [InlineData("ReadNextAsync", "readnextasync read next async")]
    [InlineData("Parser.ReadNextAsync", "parser.readnextasync parser readnextasync read next async")]
    [InlineData("STALL_MS", "stall_ms stall ms")]
    [InlineData("HTTPServer", "httpserver http server")]
    [InlineData("APIs", "apis")]
    [InlineData("1.4.0", "1.4.0")]
    [InlineData("Smith", "smith")]
    public void AnIdentifierIsFoundByItsParts(string text, string terms) =>
        Assert.Equal(terms, string.Join(' ', LuceneAnalyzers.AsSpelt.Analyze(text).Select(token => token.Term)));

    [Fact]
    public void ThePartsOfAnIdentifierStandWhereItDoes()
    {
        const string text = "call Parser.ReadNext now";
        var parts = Analyzer.Analyze(text);
        Assert.Equal(
            ["call", "Parser.ReadNext", "Parser", "ReadNext", "Read", "Next", "now"],
            parts.Select(token => text[token.Start..token.End])
        );
        Assert.Equal([0, 1, 1, 1, 1, 1, 2], parts.Select(token => token.Position));
    }

    [Fact]
    public void OffsetsLeadBackToTheText()
    {
        const string text = "The meetings in Beijing’s halls.";
        Assert.Equal(["meetings", "Beijing’s", "halls"], Analyzer.Analyze(text).Select(token => text[token.Start..token.End]));
    }

    [Fact]
    public void StopWordsLeaveAGap() => Assert.Equal([0, 3], Analyzer.Analyze("rivers in the south").Select(token => token.Position));
}
