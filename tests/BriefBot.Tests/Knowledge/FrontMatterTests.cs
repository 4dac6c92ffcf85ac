using System.Text;
using BriefBot.Knowledge;

namespace BriefBot.Tests.Knowledge;

/// <summary>What is wrong with a front matter is told with its line; the text is read all the same.</summary>
public sealed class FrontMatterTests
{
    [Theory]
    [InlineData("date: 2025-09-04")]
    [InlineData("date: \"2025-09-04\"")]
    [InlineData("date: 2025-09-04T10:00:00Z")]
    [InlineData("date: 2025-09-04 10:00:00 +0100")]
    public void ADateIsReadHoweverItIsWritten(string line)
    {
        var article = Reading.Markdown($"---\n{line}\n---\nText.\n");
        Assert.Equal(new DateOnly(2025, 9, 4), article.Date);
        Assert.Empty(article.Warnings);
    }

    [Theory]
    [InlineData("date: 2024-01-02\nupdated: 2025-09-04")]
    [InlineData("lastmod: 2025-09-04T10:00:00Z\ndate: 2024-01-02")]
    public void TheDateOfTheLastChangeGoesBeforeThatOfTheArticle(string lines) =>
        Assert.Equal(new DateOnly(2025, 9, 4), Reading.Markdown($"---\n{lines}\n---\nText.\n").Date);

    [Theory]
    [InlineData("date: last Thursday", "\"last Thursday\" isn’t a valid date. Write it as year-month-day, such as 2025-09-04.")]
    [InlineData("date: 2025-02-30", "\"2025-02-30\" isn’t a valid date. Write it as year-month-day, such as 2025-09-04.")]
    [InlineData("date: [2025]", "\"date\" isn’t a valid date. Write it as year-month-day, such as 2025-09-04.")]
    public void ADateThatIsNoneIsAnErrorWithItsLine(string line, string message)
    {
        var article = Reading.Markdown($"---\ntitle: Bridge\n{line}\n---\nText.\n");
        Assert.Equal([new Problem("bridge.md", 3, message)], article.Warnings);
        Assert.Equal(("Bridge", null), (article.Title, article.Date));
    }

    [Theory]
    [InlineData("title: [a, b]", "\"title\" must be a single line of text.")]
    [InlineData("author: {a: b}", "\"author\" must be a single line of text.")]
    [InlineData("summary: [a]", "\"summary\" must be a single line of text.")]
    [InlineData("url: bridge.html", "\"bridge.html\" isn’t a web address. Use the form https://example.org/article.")]
    [InlineData("url: javascript:alert(1)", "\"javascript:alert(1)\" isn’t a web address. Use the form https://example.org/article.")]
    [InlineData("tags: {a: b}", "\"tags\" isn’t a list of texts. Use the form [one, two].")]
    [InlineData("draft: maybe", "\"maybe\" must be true or false.")]
    [InlineData("tags: [[a], b]", "\"tags\" isn’t a list of texts. Use the form [one, two].")]
    public void AWrongValueIsAnErrorWithItsLine(string line, string message) =>
        Assert.Equal(
            [new Problem("bridge.md", 3, message) { Severity = Severity.Error }],
            Reading.Markdown($"---\ndate: 2025-09-04\n{line}\n---\nText.\n").Warnings
        );

    [Theory]
    [InlineData("titel: Bridge", "titel", "title", 3)]
    [InlineData("Title: Bridge", "Title", "title", 3)]
    [InlineData("summary: A\ntgas: [a]", "tgas", "tags", 4)]
    public void AKeyThatLooksMisspeltIsAWarningWithItsLine(string lines, string key, string meant, int line) =>
        Assert.Equal(
            [new Problem("bridge.md", line, $"\"{key}\" is an unknown key. Did you mean \"{meant}\"?") { Severity = Severity.Warning }],
            Reading.Markdown($"---\ndate: 2025-09-04\n{lines}\n---\nText.\n").Warnings
        );

    [Fact]
    public void KeysOfSiteGeneratorsAreTakenOrPassedOver()
    {
        var article = Reading.Markdown(
            """
            ---
            id: bridge
            slug: /bridge
            sidebar_label: Bridge
            sidebar_position: 3
            description: How the bridge is kept.
            authors:
              - name: Ada Finch
              - Bo Larsen
            categories: [ways, water]
            last_update:
              date: 2025-09-04
            lang: en
            weight: 20
            aliases: [/old]
            layout: post
            url: /bridge/
            draft: false
            ---
            Text.
            """
        );
        Assert.Empty(article.Warnings);
        Assert.Equal(
            ("How the bridge is kept.", "Ada Finch, Bo Larsen", new DateOnly(2025, 9, 4)),
            (article.Summary, article.Author, article.Date)
        );
        Assert.Equal(["ways", "water"], article.Tags);
        Assert.Null(article.Url);
    }

    [Theory]
    [InlineData("+++\ntitle = \"Bridge\"\ndate = 2025-09-04\ntags = [\"a\", \"b\"]\n[params]\neditor = \"x\"\n+++\n\nText.\n", 9)]
    [InlineData("{\n  \"title\": \"Bridge\",\n  \"date\": \"2025-09-04\",\n  \"tags\": [\"a\", \"b\"]\n}\n\nText.\n", 7)]
    [InlineData("\uFEFF\n\n---\ntitle: Bridge\ndate: 2025-09-04T08:00:00+02:00\ntags: [a, b]\n---\n\nText.\n", 9)]
    public void FrontMatterIsReadInEachForm(string text, int line)
    {
        var article = Reading.Markdown(text);
        Assert.Equal(("Bridge", new DateOnly(2025, 9, 4), "a b"), (article.Title, article.Date, string.Join(' ', article.Tags)));
        Assert.Equal([$"{line}:Text."], Reading.Told(article));
        Assert.Empty(article.Warnings);
    }

    [Theory]
    [InlineData("{\nis not JSON\n}\n\nText.\n")]
    [InlineData("\n\n---\n\nText between two rules.\n\n---\n\nText.\n")]
    public void WhatOnlyLooksLikeFrontMatterIsText(string text)
    {
        var article = Reading.Markdown(text);
        Assert.Equal(2, Reading.Told(article).Length);
        Assert.Empty(article.Warnings);
    }

    [Theory]
    [InlineData("draft: true")]
    [InlineData("published: false")]
    public void ADraftIsNotRead(string line)
    {
        var problem = Reading.FailMarkdown($"---\n{line}\n---\nText.\n");
        Assert.Equal(Severity.Note, problem.Severity);
        Assert.StartsWith("This is a draft, so it isn’t read.", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("title:")]
    [InlineData("title: \"\"")]
    [InlineData("tags: []")]
    [InlineData("date:")]
    public void AKeyWithoutAValueIsNone(string line) => Assert.Empty(Reading.Markdown($"---\n{line}\n---\nText.\n").Warnings);

    [Fact]
    public void WhatIsNotYamlIsAnErrorWithItsLine()
    {
        var article = Reading.Markdown("---\ntitle: The bridge\nsummary: Traffic: a lot\n---\nText.\n");
        var warning = Assert.Single(article.Warnings);
        Assert.Equal(3, warning.Line);
        Assert.StartsWith("The front matter isn’t valid YAML", warning.Message, StringComparison.Ordinal);
        Assert.Equal(["5:Text."], Reading.Told(article));
    }

    [Theory]
    [InlineData("title: A\ntags:\n\t- x", 4, "Indent with spaces")]
    [InlineData("title: A\nsummary: \"B", 3, "Close the quotation mark")]
    [InlineData("title: The bridge: a history", 2, "colon in quotes")]
    public void WhatToDoAboutYamlFitsTheMistake(string lines, int line, string advice)
    {
        var warning = Assert.Single(Reading.Markdown($"---\n{lines}\n---\nText.\n").Warnings);
        Assert.Equal(line, warning.Line);
        Assert.Contains(advice, warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsNoListOfKeysIsAnError()
    {
        var article = Reading.Markdown("---\n- one\n- two\n---\nText.\n");
        Assert.Equal([new Problem("bridge.md", 2, "The front matter must consist of lines such as \"title: …\".")], article.Warnings);
        Assert.Equal(["5:Text."], Reading.Told(article));
    }

    [Fact]
    public void AFrontMatterThatIsNeverClosedIsReadAsTextWithAWarning()
    {
        var article = Reading.Markdown("---\ntitle: The bridge\n\nText.\n");
        Assert.Equal(
            [new Problem("bridge.md", 1, "The front matter that begins here isn’t closed. End it with a line ---.")],
            article.Warnings
        );
        Assert.Equal(["2:title: The bridge", "4:Text."], Reading.Told(article));
    }

    [Theory]
    [InlineData("---\n---\nText.\n")]
    [InlineData("---\n# a comment\n---\nText.\n")]
    public void AnEmptyFrontMatterIsNone(string text)
    {
        Assert.Empty(Reading.Markdown(text).Warnings);
        Assert.EndsWith(":Text.", Assert.Single(Reading.Told(Reading.Markdown(text))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tags: a, b", "a|b")]
    [InlineData("tags: [a, b]", "a|b")]
    [InlineData("tags:\n  - a\n  - b", "a|b")]
    [InlineData("tags: {a: b}", "")]
    public void TagsAreAListOrATextWithCommas(string lines, string tags) =>
        Assert.Equal(tags, string.Join('|', Reading.Markdown($"---\n{lines}\n---\nText.\n").Tags));

    [Fact]
    public void ATitleThatIsNoTextIsNone() => Assert.Equal("bridge", Reading.Markdown("---\ntitle: [a, b]\n---\nText.\n").Title);

    [Fact]
    public void ATitleMayLookLikeANumber() => Assert.Equal("1932", Reading.Markdown("---\ntitle: 1932\n---\nText.\n").Title);

    /// <summary>Each is one unit of YAML, said so often that it fills what a front matter may hold, or more.</summary>
    [Theory]
    [InlineData("[", 100_000)]
    [InlineData("[", 30_000)]
    [InlineData("{a: ", 10_000)]
    [InlineData("- ", 30_000)]
    [InlineData("? ", 30_000)]
    [InlineData("&a ", 20_000)]
    [InlineData("a: ", 20_000)]
    [InlineData("\"", 60_000)]
    [InlineData("!", 60_000)]
    public void HostileYamlIsAWarning(string unit, int count)
    {
        var article = Reading.Markdown($"---\n{new StringBuilder().Insert(0, unit, count)}\n---\nText.\n");
        Assert.NotEmpty(article.Warnings);
        Assert.Equal("bridge", article.Title);
    }

    [Theory]
    [InlineData("title: &a [*a]")]
    [InlineData("? &a [*a]\n: b")]
    [InlineData("a: &a\n  <<: *a")]
    [InlineData("~: x\n? : y")]
    [InlineData("title: !!int abc\ndate: !!int 99999999999999999999")]
    [InlineData("title: !!binary \"*\"")]
    [InlineData("title: *nowhere")]
    [InlineData("a: &a [x]\nb: &b [*a, *a]\n<<: *b")]
    [InlineData("title: \"\\uD800\"")]
    [InlineData("%YAML 9.9")]
    [InlineData("title: a\ntitle: b")]
    public void OddYamlNeverThrows(string yaml) =>
        Assert.Equal("Text.", Reading.Markdown($"---\n{yaml}\n---\nText.\n").Passages[0].Blocks[^1].Text);

    [Fact]
    public void RandomYamlNeverThrows()
    {
        string[] parts =
        [
            "title",
            "date",
            "tags",
            ": ",
            ":",
            "\n",
            "\n  ",
            "- ",
            "? ",
            "[",
            "]",
            "{",
            "}",
            ", ",
            "&a ",
            "*a",
            "!",
            "!!int ",
            "!!float ",
            "!!bool ",
            "!!null ",
            "|",
            ">",
            "\"",
            "'",
            "<<",
            "#",
            "%",
            "@",
            "~",
            "\t",
            "1",
            "x",
            "\\",
            "é",
        ];
        var random = new Random(20250904);
        for (var run = 0; run < 5_000; run++)
        {
            var yaml = string.Concat(random.GetItems(parts, random.Next(15)));
            Assert.Equal("Text.", Reading.Markdown($"---\n{yaml}\n---\nText.\n").Passages[0].Blocks[^1].Text);
        }
    }
}
