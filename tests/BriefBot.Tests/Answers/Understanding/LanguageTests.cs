using BriefBot.Answers;
using BriefBot.Answers.Understanding;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Answers.Understanding;

/// <summary>Questions in other languages than English.</summary>
public sealed class LanguageTests
{
    [Theory]
    [InlineData("Wann wird der Rasen gemäht?", true)]
    [InlineData("¿Cuánto cuesta la entrada?", true)]
    [InlineData("où est la piscine", true)]
    [InlineData("Скільки коштує квиток?", true)]
    [InlineData("温泉は何時に開きますか？", true)]
    [InlineData("who is the mayor of Des Moines", false)]
    [InlineData("wifi password", false)]
    [InlineData("what does “Wann” mean?", false)]
    [InlineData("42", false)]
    public void IsToldByItsWordsAndScript(string text, bool isForeign) => Assert.Equal(isForeign, ForeignLanguage.IsForeign(text));

    [Fact]
    public async Task IsAnsweredWhereItsWordsStand()
    {
        var answer = await AskedFolder.AskAsync(
            "Wann wird der Rasen gemäht?",
            ("a.md", "# Kleingarten\n\nDer Rasen wird samstags gemäht. Der Vorsitzende heißt Uwe Pohl.")
        );
        Assert.Contains("Der Rasen wird samstags gemäht.", Assert.IsType<Answer.Grounded>(answer).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task IsRefusedWithoutNamingItsQuestionWords()
    {
        var answer = await AskedFolder.AskAsync("Wann wird der Rasen gemäht?", ("a.md", "# Bees\n\nHoney is sold in jars."));
        Assert.Contains("I understand English best", Assert.IsType<Answer.NotFound>(answer).Reason, StringComparison.Ordinal);
    }
}
