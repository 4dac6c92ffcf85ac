using BriefBot.Answers;

namespace BriefBot.Tests.Answers;

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
