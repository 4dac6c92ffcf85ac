using BriefBot.Knowledge.Articles;

namespace BriefBot.Tests.Knowledge;

public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("One. Two! Three?", "One.|Two!|Three?")]
    [InlineData("Mr. Modi met Dr. Xi. They spoke.", "Mr. Modi met Dr. Xi.|They spoke.")]
    [InlineData("It cost 3.5 million. Then it fell.", "It cost 3.5 million.|Then it fell.")]
    [InlineData("He left the U.S. The talks ended.", "He left the U.S.|The talks ended.")]
    [InlineData("The U.S. Senate voted.", "The U.S. Senate voted.")]
    [InlineData("J. R. Smith wrote it. She read it.", "J. R. Smith wrote it.|She read it.")]
    [InlineData("He said: “Go home.” She went.", "He said: “Go home.”|She went.")]
    [InlineData("See e.g. Chapter 2. It is short.", "See e.g. Chapter 2.|It is short.")]
    [InlineData("Is it no. 5? He said no. The end.", "Is it no. 5?|He said no.|The end.")]
    [InlineData("Wait… Go on.", "Wait…|Go on.")]
    [InlineData("(An aside.) Then on.", "(An aside.)|Then on.")]
    [InlineData("it ends. without a capital", "it ends. without a capital")]
    [InlineData("  ", "")]
    public void TextIsCutIntoSentences(string text, string sentences) =>
        Assert.Equal(sentences, string.Join('|', SentenceSplitter.Split(text).Select(span => text.Substring(span.Start, span.Length))));

    [Theory]
    [InlineData("word ")]
    [InlineData("x")]
    [InlineData("...")]
    [InlineData("👩")]
    [InlineData("a\n")]
    public void NoPieceIsLongerThanAQuoteMayBe(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 3_000));
        foreach (var pieces in new[] { SentenceSplitter.Split(text), SentenceSplitter.Whole(text) })
        {
            Assert.All(pieces, piece => Assert.InRange(piece.Length, 1, 1_000));
            Assert.All(pieces, piece => Assert.False(char.IsLowSurrogate(text[piece.Start])));
            Assert.Equal(
                text.Where(c => !char.IsWhiteSpace(c)),
                pieces.SelectMany(piece => text.Substring(piece.Start, piece.Length)).Where(c => !char.IsWhiteSpace(c))
            );
        }
    }

    [Fact]
    public void WhatIsQuotedWholeIsCutBetweenLines()
    {
        var text = string.Join('\n', Enumerable.Range(0, 200).Select(i => $"line {i} of code"));
        Assert.All(SentenceSplitter.Whole(text), piece => Assert.StartsWith("line ", text[piece.Start..], StringComparison.Ordinal));
    }

    [Fact]
    public void NothingIsLostOrSaidTwice()
    {
        var random = new Random(7);
        const string letters = "Ab c.!?…\"”) 1.U. Mr. ";
        for (var i = 0; i < 500; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => letters[random.Next(letters.Length)]));
            var joined = string.Concat(SentenceSplitter.Split(text).Select(span => text.Substring(span.Start, span.Length)));
            Assert.Equal(text.Replace(" ", "", StringComparison.Ordinal), joined.Replace(" ", "", StringComparison.Ordinal));
        }
    }
}
