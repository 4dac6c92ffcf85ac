using BriefBot.Answers.Language;

namespace BriefBot.Tests.Answers.Language;

public sealed class FactReaderTests
{
    [Theory]
    [InlineData("on 3 September 2025 in the hall", "3 September 2025")]
    [InlineData("on September 3rd, 2025 at noon", "September 3rd, 2025|noon")]
    [InlineData("on Wednesdays from 5 pm, and at 8.30 a.m on Sunday", "Wednesdays|5 pm|8.30 a.m|Sunday")]
    [InlineData("on Wednesday, 3 September 2025.", "Wednesday, 3 September 2025")]
    [InlineData("on Friday March 7 and on Monday", "Friday March 7|Monday")]
    [InlineData("in 1950 and the 1990s", "1950|1990s")]
    [InlineData("2025-09-04", "2025-09-04")]
    [InlineData("in the 19th century", "19th century")]
    [InlineData("some 22,000 years ago", "22,000 years ago")]
    [InlineData("launched in March by them", "March")]
    [InlineData("they may march", "")]
    public void DatesAreFound(string text, string dates) => Assert.Equal(dates, Found(text, FactKind.Date));

    [Theory]
    [InlineData("raised to 50% from 25.5 percent", "50%|25.5 percent")]
    [InlineData("$3.2 billion and 1,204 of them", "$3.2 billion|1,204")]
    [InlineData("two days and twenty-five years", "two|twenty-five")]
    [InlineData("thousands came, one left", "thousands|one")]
    [InlineData("nobody attended", "")]
    public void NumbersAreFound(string text, string numbers) => Assert.Equal(numbers, Found(text, FactKind.Number));

    [Theory]
    [InlineData("The dean Zhu Feng of Nanjing University said so.", "Zhu Feng of Nanjing University")]
    [InlineData("China and North Korea", "China|North Korea")]
    [InlineData("What is it? The end.", "")]
    public void NamesAreFound(string text, string names) => Assert.Equal(names, Found(text, FactKind.Name));

    private static string Found(string text, FactKind kind) =>
        string.Join('|', FactReader.Read(text).Where(fact => fact.Kind == kind).Select(fact => text.Substring(fact.Start, fact.Length)));
}
