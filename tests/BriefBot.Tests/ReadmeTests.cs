using System.Text.RegularExpressions;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests;

/// <summary>What the README files say of the code has to be there.</summary>
public sealed partial class ReadmeTests
{
    public static TheoryData<string> Readmes =>
        [
            .. Directory
                .EnumerateFiles(Checkout.Root, "README.md", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Checkout.Root, file))
                .Where(file => !Built().IsMatch(file)),
        ];

    [Theory]
    [MemberData(nameof(Readmes))]
    public void EveryLinkLeadsToAFile(string readme)
    {
        var folder = Path.GetDirectoryName(Checkout.Path(readme))!;
        var targets = Link()
            .Matches(File.ReadAllText(Checkout.Path(readme)))
            .Select(match => match.Groups[1].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal));
        Assert.All(targets, target => Assert.True(Path.Exists(Path.Combine(folder, target)), target));
    }

    [Fact]
    public void EveryClassThatTheFirstPageNamesIsThere()
    {
        var types = Directory
            .EnumerateFiles(Checkout.Path("src"), "*.cs", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Checkout.Path("tests"), "*.cs", SearchOption.AllDirectories))
            .Select(Path.GetFileNameWithoutExtension)
            .ToHashSet();
        string[] named =
        [
            .. ClassName().Matches(File.ReadAllText(Checkout.Path("README.md"))).Select(match => match.Groups[1].Value).Distinct(),
        ];
        Assert.True(named.Length > 20);
        Assert.All(
            named,
            name =>
                Assert.True(
                    types.Contains(name) || Directory.EnumerateDirectories(Checkout.Path("src"), name, SearchOption.AllDirectories).Any(),
                    name
                )
        );
    }

    [Fact]
    public void TheFirstPageIsShort() => Assert.InRange(new FileInfo(Checkout.Path("README.md")).Length, 1, 8_192);

    [GeneratedRegex(@"(?:^|[/\\])(?:bin|obj|data)[/\\]")]
    private static partial Regex Built();

    [GeneratedRegex(@"\]\(([^)#]+)\)")]
    private static partial Regex Link();

    /// <summary>Names such as <c>GroundingCheck</c>, with two capitals or more.</summary>
    [GeneratedRegex("`((?:I?[A-Z][a-z]+){2,})`")]
    private static partial Regex ClassName();
}
