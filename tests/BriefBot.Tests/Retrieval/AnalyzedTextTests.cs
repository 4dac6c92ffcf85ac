using BriefBot.Service.Retrieval;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace BriefBot.Tests.Retrieval;

/// <summary>What is taken apart once is what each field's analyzer would have made of it.</summary>
public sealed class AnalyzedTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("The U.S. and Putin's naïve leaders met in the 1,000 halls of Beijing’s Café; talks began, rivers ran.")]
    public void ItsWordsAreThoseOfTheAnalyzers(string text) => AssertSame(text);

    [Fact]
    public void ItsWordsAreThoseOfTheAnalyzersInRandomTextToo()
    {
        const string Alphabet = "aeiou rstlnm  .,'’-éÉ1207 \n\tsingedy😀\u200B";
        var random = new Random(11);
        for (var i = 0; i < 300; i++)
        {
            AssertSame(string.Concat(Enumerable.Range(0, random.Next(80)).Select(_ => Alphabet[random.Next(Alphabet.Length)])));
        }
    }

    private static void AssertSame(string text)
    {
        var analyzed = new AnalyzedText(text);
        Assert.Equal(LuceneAnalyzers.English.Analyze(text).Select(token => (token.Term, token.Position)), Read(analyzed.Stemmed()));
        Assert.Equal(LuceneAnalyzers.AsSpelt.Analyze(text).Select(token => (token.Term, token.Position)), Read(analyzed.AsSpelt()));
        // Each stream is read once, but may be asked for again.
        Assert.Equal(Read(analyzed.Stemmed()), Read(analyzed.Stemmed()));
    }

    private static List<(string Term, int Position)> Read(TokenStream stream)
    {
        using (stream)
        {
            var (term, increment) = (stream.GetAttribute<ICharTermAttribute>(), stream.GetAttribute<IPositionIncrementAttribute>());
            var tokens = new List<(string, int)>();
            var position = -1;
            stream.Reset();
            while (stream.IncrementToken())
            {
                position += increment.PositionIncrement;
                tokens.Add((term.ToString(), position));
            }

            stream.End();
            return tokens;
        }
    }
}
