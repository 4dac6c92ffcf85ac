using BriefBot.Knowledge;

namespace BriefBot.Tests.Knowledge;

/// <summary>What is told of a file goes into logs and lists, whatever stands in the file.</summary>
public sealed class ProblemTests
{
    [Fact]
    public void AMessageSteersNoTerminal()
    {
        var problem = new Problem("a\u001B[2J\n.md", 3, "\"\u001B[31mkey\r\n\u0007\" is not read.");
        Assert.DoesNotContain(problem.ToString(), char.IsControl);
        Assert.DoesNotContain(problem.Told, char.IsControl);
    }

    [Fact]
    public void AMessageIsNoLongerThanIsOfUse() =>
        Assert.InRange(new Problem("a.md", null, new string('x', 100_000)).ToString().Length, 500, 1_100);

    [Fact]
    public void AFileWithCountlessMistakesIsToldOfAFew()
    {
        var keys = string.Join(
            '\n',
            from key in "tags date title".Split(' ')
            from letter in "bcfhjkmqvwxyz"
            select $"{key[..^1]}{letter}: 1"
        );
        Assert.InRange(Reading.Markdown($"---\n{keys}\n---\nText.").Warnings.Count, 1, 20);
    }
}
