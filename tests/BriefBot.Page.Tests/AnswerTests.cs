using Microsoft.Playwright;

namespace BriefBot.Page.Tests;

/// <summary>What an answer looks like, and what can be done with it.</summary>
public sealed class AnswerTests(Browser browser) : PageTest(browser)
{
    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task StepsATableAndCodeAreDrawnAsSuch(int width)
    {
        Window.ViewportSize = new ViewportSize { Width = width, Height = 800 };
        await OpenAsync();
        await AskAsync("How do I connect to the VPN?");
        await Expect(LastReply.Locator("ol > li")).ToHaveCountAsync(3);
        await Expect(LastReply.Locator("pre")).ToHaveTextAsync("vpnctl status --verbose");
        await AskAsync("What does the Pro plan cost?");
        await Expect(LastReply.Locator("th").First).ToHaveTextAsync("Plan");
        await Expect(LastReply.Locator("td").First).ToHaveTextAsync("Pro");
        Assert.True(await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
    }

    [Fact]
    public async Task BulletsAfterStepsAreBulletsAndRightToLeftTextIsSo()
    {
        Write(
            "zebra.md",
            "# Zebra\n\n## Wash the zebra\n\n1. Wet the zebra.\n2. Dry the zebra.\n\n- soap\n- a towel\n\n## Arabic\n\nيعيش الحمار الوحشي هنا.\n"
        );
        await OpenAsync("folder");
        await Page.Locator("#files .title").GetByText("Zebra").ClickAsync();
        await Expect(Panel.Locator("ol > li")).ToHaveCountAsync(2);
        await Expect(Panel.Locator("ul > li")).ToHaveCountAsync(2);
        Assert.Equal("rtl", await Panel.GetByText("الحمار").EvaluateAsync<string>("node => getComputedStyle(node).direction"));
    }

    [Fact]
    public async Task AnArticleSectionHasOneRowOfSources()
    {
        await OpenAsync();
        await AskAsync("How do I connect to the VPN?");
        await Expect(LastReply.Locator(".source")).ToHaveCountAsync(1);
        await Expect(LastReply.Locator(".source details")).Not.ToHaveAttributeAsync("open", "");
        await LastReply.Locator(".source summary").ClickAsync();
        await Expect(LastReply.Locator(".source code").First).ToContainTextAsync("team/vpn.md:1");
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task ANumberOpensItsPassageWithTheQuoteMarkedAndEscapeGoesBack(int width)
    {
        Window.ViewportSize = new ViewportSize { Width = width, Height = 800 };
        await OpenAsync();
        await AskAsync("When was the bridge over the Elbe opened?");
        var number = LastReply.Locator(".mark").First;
        await number.ClickAsync();
        await Expect(Panel.Locator("mark")).ToContainTextAsync("The bridge over the river Elbe was opened on 12 May 1893.");
        await Expect(Panel).ToContainTextAsync("It carries trams and bicycles.");
        await Expect(Panel.Locator("mark")).ToBeInViewportAsync();
        await Page.Keyboard.PressAsync("Escape");
        await Expect(Panel).ToBeHiddenAsync();
        await Expect(number).ToBeFocusedAsync();
    }

    [Fact]
    public async Task TheWholeArticleIsAClickAwayAndItsTitleLeadsToItsAddress()
    {
        await OpenAsync();
        await AskAsync("How high are the towers of the bridge?");
        await LastReply.Locator(".source .title").ClickAsync();
        await Expect(Panel).Not.ToContainTextAsync("12 May 1893");
        await Panel.GetByText("Show the whole article").ClickAsync();
        await Expect(Panel).ToContainTextAsync("12 May 1893");
        await Expect(Panel.Locator("a.title")).ToHaveAttributeAsync("href", "https://example.org/bridge");
    }

    [Fact]
    public async Task AQuoteThatIsNoLongerInItsArticleIsShownAsSuch()
    {
        await OpenAsync();
        await AskAsync("How high are the towers of the bridge?");
        Write("bridge.md", Articles.Bridge.Replace("54 metres", "56 metres", StringComparison.Ordinal));
        await Expect(Page.Locator("body")).ToBeVisibleAsync();
        for (var shown = ""; !shown.Contains("no longer in it", StringComparison.Ordinal); )
        {
            await LastReply.Locator(".mark").First.ClickAsync();
            await Expect(Panel).ToContainTextAsync("metres high");
            shown = await Panel.InnerTextAsync();
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }

        await Expect(Panel.Locator("blockquote")).ToHaveTextAsync("The towers of the bridge are 54 metres high.");
    }

    [Fact]
    public async Task ARefusalShowsTheClosestPassagesAndEachCanBeOpened()
    {
        Settings["Answers:SureFrom"] = "1";
        Settings["Answers:PerhapsFrom"] = "1";
        await OpenAsync();
        await AskAsync("How many people work in the towers of the bridge?");
        await Expect(LastReply).ToContainTextAsync("Closest passages");
        await LastReply.Locator(".source .title").First.ClickAsync();
        await Expect(Panel.Locator("mark")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task AnUnsureAnswerSaysSoVisibly()
    {
        Settings["Answers:SureFrom"] = "1";
        await OpenAsync();
        await AskAsync("How high are the towers of the bridge?");
        await Expect(LastReply.Locator(".doubt")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task TwoQuestionsAreAnsweredUnderTheirNumbers()
    {
        await OpenAsync();
        await AskAsync("How high are the towers of the bridge? And what does the Pro plan cost?");
        await Expect(LastReply.Locator(".said h3")).ToHaveTextAsync(["Question 1", "Question 2"]);
    }

    [Fact]
    public async Task AnAnswerIsCopiedWithItsSources()
    {
        Window.Permissions = ["clipboard-read", "clipboard-write"];
        await OpenAsync();
        await AskAsync("How high are the towers of the bridge?");
        await LastReply.GetByText("Copy", new LocatorGetByTextOptions { Exact = true }).ClickAsync();
        await Expect(LastReply.GetByText("Copied")).ToBeVisibleAsync();
        var copied = await Page.EvaluateAsync<string>("navigator.clipboard.readText()");
        Assert.Contains("54 metres high. [1]", copied, StringComparison.Ordinal);
        Assert.EndsWith("[1] The bridge › Towers, https://example.org/bridge", copied, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheHeadingsBesideTheAnswerAreOfferedBelowTheLastAnswerAlone()
    {
        await OpenAsync();
        await AskAsync("How do I connect to the VPN?");
        await LastReply.Locator(".follow .chip").GetByText("Plans").ClickAsync();
        await AnsweredAsync(2);
        await Expect(LastReply.Locator("td").First).ToHaveTextAsync("Basic");
        await Expect(Page.Locator(".turn").First.Locator(".follow")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task AVoteAgainstAnAnswerTakesAReasonInOnesOwnWords()
    {
        await OpenAsync();
        await AskAsync("How high are the towers of the bridge?");
        await LastReply.GetByLabel("This did not help").ClickAsync();
        await LastReply.Locator(".comment").FillAsync("They are 56 metres high now.");
        await LastReply.Locator(".comment").PressAsync("Enter");
        await Expect(LastReply.Locator(".votes")).ToContainTextAsync("Thank you.");
        await Page.GotoAsync(Url + "gaps");
        await Expect(Page.Locator("#gaps")).ToContainTextAsync("They are 56 metres high now.");
    }

    [Fact]
    public async Task AnAnswerIsShownByItsLinkInAnotherBrowser()
    {
        await OpenAsync();
        await AskAsync("How high are the towers of the bridge?");
        var id = await Page.EvaluateAsync<string>("JSON.parse(localStorage['briefbot-conversations'])[0].turns[0].body.id");
        await OpenWindowAsync($"?a={id}");
        await Expect(Page.Locator(".own")).ToHaveTextAsync("How high are the towers of the bridge?");
        await Expect(LastReply).ToContainTextAsync("54 metres");
        await Expect(LastReply).ToContainTextAsync("Answered on");
    }
}
