using System.Text;
using BriefBot.Knowledge;
using BriefBot.Knowledge.Articles;
using BriefBot.Service.Knowledge;
using BriefBot.Tests.Fakes;
using Microsoft.Extensions.Options;

namespace BriefBot.Tests.Knowledge;

/// <summary>What YAML and JSON read like where a setting asks for it.</summary>
public sealed class DataArticleReaderTests
{
    private static readonly IOptions<KnowledgeOptions> Asked = Options.Create(new KnowledgeOptions { ReadData = true });

    private readonly DataArticleReader _reader = new(new PassageCutter(Asked), Asked);

    [Fact]
    public void NothingIsReadUnlessItIsAskedFor() => Assert.Empty(new DataArticleReader(Some.Cutter(), Some.Knowledge()).Extensions);

    [Theory]
    [InlineData(
        "harbour:\n  name: Old\n  fees: {heron: 12}\nphone: 555",
        "[harbour] 2:name: Old",
        "[harbour › fees] 3:heron: 12",
        "4:phone: 555"
    )]
    [InlineData(
        "berths:\n  - One\n  - no: 4\n    note: >\n      never\n      moor",
        "[berths] ListItem: 2:One",
        "[berths] ListItem: 3:no: 4",
        "[berths] ListItem: 4:note: 5:never 6:moor"
    )]
    [InlineData(
        "{\n\t\"name\": \"Old\",\n\t\"boats\": [{\"a\": {\"b\": 1}}, 2]\n}",
        "2:name: Old",
        "[boats] ListItem: 3:a b: 1",
        "[boats] ListItem: 3:2"
    )]
    public void AKeyStandsBeforeItsValue(string text, params string[] blocks) =>
        Assert.Equal(blocks, Reading.Told(Reading.Read(_reader, "a.yaml", text)));

    [Theory]
    [InlineData("a: [1\nb: 2", "This isn’t valid YAML or JSON. Fix it, or remove the file.")]
    [InlineData("- - - - - - - - - - - - - - - - - - - - x", null)]
    public void WhatIsNoDataFailsWithItsLine(string text, string? problem) =>
        Assert.Equal(problem, (_reader.Read("a.yaml", Encoding.UTF8.GetBytes(text)) as ReadResult.Failed)?.Problem.Message);

    [Fact]
    public void WhatNestsTooDeeplyFails() =>
        Assert.IsType<ReadResult.Failed>(_reader.Read("a.json", Encoding.UTF8.GetBytes(new string('[', 5_000) + new string(']', 5_000))));

    [Fact]
    public void AValueThatRefersToItselfIsReadOnce()
    {
        var text = "a: &a [x, x]\n" + string.Concat(Enumerable.Range(0, 20).Select(i => $"b{i}: &b{i} [*a, *a]\n"));
        Assert.Equal(2, Reading.Told(Reading.Read(_reader, "a.yaml", text)).Count(block => block.EndsWith(":x", StringComparison.Ordinal)));
    }

    [Fact]
    public void WhateverTheMarksItIsReadOrFailsAndNeverThrows() =>
        MarkupFuzz.Run(
            _reader,
            "a.yaml",
            [
                "a: ",
                "- ",
                "\n",
                "\n  ",
                "[",
                "]",
                "{",
                "}",
                "\"",
                "'",
                ", ",
                "? ",
                "&x ",
                "*x",
                "|\n",
                ">\n",
                "---\n",
                "...\n",
                "# c",
                "word",
                "!t ",
                "\t",
            ]
        );
}
