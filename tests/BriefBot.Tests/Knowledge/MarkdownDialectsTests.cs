using BriefBot.Knowledge.Articles;

namespace BriefBot.Tests.Knowledge;

/// <summary>What the marks of documentation tools read like, and on which line each part stands.</summary>
public sealed class MarkdownDialectsTests
{
    /// <summary>Each is the file, and the blocks it is read as, with the line numbers before what stands on them.</summary>
    public static TheoryData<string, string[]> Cases =>
        new()
        {
            // MkDocs Material.
            { "One.\n\n!!! tip \"Cold days\"\n    Two.\n\n    Three.\n\nFour.", ["1:One.", "4:Two.", "6:Three.", "8:Four."] },
            { "??? question \"Why?\"\n    Because.\n\nAfter.", ["[Why?] 2:Because.", "4:After."] },
            {
                "=== \"Linux\"\n\n    ``` sh\n    make\n    ```\n\n=== \"Windows\"\n\n    Run it.",
                ["[Linux] Code: 4:make", "[Windows] 9:Run it."]
            },
            { "- item\n\n    !!! note\n        Inner.", ["ListItem: 1:item", "ListItem: 4:Inner."] },
            { ":material-check: Done { .annotate }\n\n[Go](x.md){ .md-button } now\n\n--8<-- \"a.md\"", ["1:Done", "3:Go now"] },
            { "*[HTML]: Hyper Text\n\nHTML {--old--}{++new++} {~~a~>b~~} {>>hint<<}.", ["3:HTML new b ."] },
            { "<div class=\"grid\" markdown>\n\n- **One** two\n\n</div>", ["ListItem: 3:One two"] },
            // Docusaurus and VitePress.
            { "import A from '@site/a';\n\n# T\n\n:::warning[Gas]\nOne.\n:::\n\nTwo.\n\nexport const x = 3;", ["6:One.", "9:Two."] },
            { "::: details More of it\nOne.\n:::\nTwo.", ["[More of it] 2:One.", "4:Two."] },
            {
                "# Gate {#main}\n\n<Tabs>\n<TabItem value=\"a\" label=\"npm\">\n\nOne **two**.\n\n</TabItem>\n</Tabs>\n\nThree. {/* no */}",
                ["[npm] 6:One two.", "11:Three."]
            },
            { "<Card\n  title=\"Fees\"\n  icon={x}\n>\nSixty.\n</Card>", ["[Fees] 5:Sixty."] },
            // GitHub and Obsidian.
            { "> [!WARNING]\n> One.\n\n> [!tip]- Short\n> Two.\n\nThree.", ["2:One.", "5:Two.", "7:Three."] },
            {
                "By [[Staff/Kern|Ottilie]] and [[Bo]]. ^head\n\n%% not this %%\n\n%%\nnor this\n%%\n\nThe ==third== shelf. #props #a/b\n\n![[plan.png]]",
                ["1:By Ottilie and Bo.", "9:The third shelf."]
            },
            { "[[1]](http://a.b/c) and `[[x]] %%` stay, #4 too", ["1:[1] and [[x]] %% stay, #4 too"] },
            { "<details>\n<summary>More</summary>\n\nInner **text**.\n\n</details>\n\nAfter.", ["[More] 4:Inner text.", "8:After."] },
            // Hugo and Jekyll.
            {
                "{{% notice note %}}\nOne.\n{{% /notice %}}\n\nTwo {{< x \"y\" >}}three [four]({{< ref \"a b\" >}}).\n\n{% include x.html %}",
                ["2:One.", "5:Two three four."]
            },
            // Quarto, Pandoc and MyST.
            { "::: {.callout-important}\nOne.\n:::\n\n[small]{.smallcaps} caps [@kern04, p. 3].", ["2:One.", "5:small caps ."] },
            {
                "Term\n:   What it is.\n\nH~2~O, 2^10^ and ~~gone~~ x^a b",
                ["ListItem: 1:Term", "ListItem: 2:What it is.", "4:H₂O, 2¹⁰ and x^a b"]
            },
            {
                "```{note} Mind\n:class: tip\nOne.\n```\n\n(label)=\n\nSee {ref}`the page <page>` and {kbd}`A`.",
                ["3:One.", "8:See the page and A."]
            },
            {
                "```{code-block} sh\nmake\n```\n\n```js\nimport a from 'b';\n{{< x >}}\n```",
                ["Code: 2:make", "Code: 6:import a from 'b';\n7:{{< x >}}"]
            },
            // Boxes and tabs that are a title alone, headings within, unresolved references and footnotes within lists.
            {
                "> [!warning] Never do it.\n\n!!! tip \"Do this.\"\n\n:::note[Or that.]\n:::\n\nEnd.",
                ["1:Never do it.", "3:Do this.", "5:Or that.", "8:End."]
            },
            { "# A\n\n## B\n\n=== \"Tab\"\n\n    ### Inner\n\n    One.\n\nTwo.", ["[B › Tab › Inner] 9:One.", "[B] 11:Two."] },
            {
                "- One[^a] two\n\n      [^a]:\n        It is so.\n\nThe [page][site.page] and [other][] of [known][].\n\n[known]: x.md",
                ["ListItem: 1:One two", "ListItem: 4:It is so.", "6:The page and other of known."]
            },
            { "Term[^1]\n: What it is[^1].\n\n[^1]: A note.", ["ListItem: 1:Term", "ListItem: 2:What it is.", "4:A note."] },
            { "First[^1] second[^2].\n\n  [^1]:\n    One.\n\n  [^2]:\n    Two.", ["1:First second.", "4:One.", "7:Two."] },
            { "Dropped in\n<!-- version 6 --> as told.", ["1:Dropped in 2:as told."] },
            {
                "{{< highlight go >}}\ntitle = '{{ .File }}'\n{{< /highlight >}}\n\n{{< code-toggle config=a />}}\n\nText.",
                ["Code: 2:title = '{{ .File }}'", "7:Text."]
            },
            {
                "-   :material-check: &nbsp; __One__\n\n    Two :man_raising_hand: three :tada:.",
                ["ListItem: 1:One", "ListItem: 3:Two three 🎉."]
            },
            { "Built by the re\u00ADfrig\u00ADer\u00ADa\u00ADtor.{ .annotate }", ["1:Built by the refrigerator."] },
            { "> One.\n{class=\"!mt-6\"}\n\nSum_{c=1} of [@a/b].\n\n[@a/b]: x.md", ["1:One.", "4:Sum_{c=1} of @a/b."] },
            // HTML.
            { "10<sup>5 and more\n\nStays. <sup>small print here</sup>", ["1:105 and more", "3:Stays. small print here"] },
            { "10<sup>5</sup> H<sub>2</sub>O, <s>9</s> <del>10</del> 11 <kbd>Ctrl</kbd>", ["1:10⁵ H₂O, 11 Ctrl"] },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public void AMarkIsNoText(string text, string[] blocks) => Assert.Equal(blocks, Reading.Told(Reading.Markdown(text)));

    /// <summary>Each would double the work with each level if what stands within were read twice.</summary>
    [Theory]
    [InlineData("^a ", "^")]
    [InlineData("~a ", "~")]
    [InlineData("~~a *b ", "*~~")]
    public void WhatIsNestedIsReadOnce(string open, string close)
    {
        var text = $"w {string.Concat(Enumerable.Repeat(open, 40))}x{string.Concat(Enumerable.Repeat(close, 40))} end";
        Assert.InRange(Reading.Markdown(text).Remarks.Count, 0, 20);
    }

    [Fact]
    public void HtmlThatIsNestedTooDeeplyFailsWithItsReason() =>
        Assert.StartsWith(
            "This is nested too deeply",
            Reading.FailMarkdown($"{string.Concat(Enumerable.Repeat("<div>", 5_000))}x\n").Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void TheTitleOfABoxIsSearchedAndIsNoHeading()
    {
        var passage = Assert.Single(Reading.Markdown("!!! tip \"Cold days\"\n    Half open.").Passages);
        Assert.Empty(passage.Headings);
        Assert.Equal(["Cold days"], passage.SearchedHeadings);
    }

    [Fact]
    public void LinksToOtherSitesAreKeptWithTheirText()
    {
        var block = Assert
            .Single(
                Reading.Markdown("Book [this *page*](https://a.b/c?d=e#f), not [that](x.md), <https://g.h> or [it](javascript:i).").Passages
            )
            .Blocks[0];
        Assert.Equal([new TextLink(5, 9, "https://a.b/c?d=e#f")], block.Links);
        Assert.Equal("this page", block.Text.Substring(5, 9));
    }

    [Fact]
    public void WhatIsStruckOutIsTold() =>
        Assert.Equal(
            ["Line 1: \"9 euros\" is struck out, so it isn’t read."],
            Reading.Markdown("A firing is ~~9 euros~~ 11 euros.").Remarks.Select(problem => problem.Told)
        );
}
