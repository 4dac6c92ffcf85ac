using Microsoft.Playwright;

namespace BriefBot.Page.Tests;

/// <summary>How a conversation goes on: over a reload, a restart of the service, with the keyboard alone.</summary>
public sealed class ConversationTests(Browser browser) : PageTest(browser)
{
    [Fact]
    public async Task AConversationIsThereAfterAReloadAndGoesOnAfterARestartOfTheService()
    {
        await OpenAsync();
        await AskAsync("How high are the towers of the bridge?");
        await StopAsync();
        await StartAsync();
        await Page.ReloadAsync();
        await AnsweredAsync(1);
        await Expect(LastReply).ToContainTextAsync("54 metres");
        await AskAsync("When was it opened?");
        await Expect(LastReply).ToContainTextAsync("12 May 1893");
    }

    [Fact]
    public async Task ANewConversationCanBeUndone()
    {
        await OpenAsync();
        await AskAsync("How high are the towers of the bridge?");
        await Page.Locator("#fresh").ClickAsync();
        await Expect(Page.Locator(".turn")).ToHaveCountAsync(0);
        await Expect(Page.Locator("#welcome")).ToBeVisibleAsync();
        await Page.GetByText("Undo").ClickAsync();
        await Expect(LastReply).ToContainTextAsync("54 metres");
    }

    [Fact]
    public async Task TheHistoryStandsWhollyOnThePhonesScreen()
    {
        await OpenAsync();
        await Page.SetViewportSizeAsync(360, 780);
        await AskAsync("How high are the towers of the bridge?");
        await Page.Locator("#talks summary").ClickAsync();
        var menu = await Page.Locator("#talks-list").BoundingBoxAsync();
        Assert.NotNull(menu);
        Assert.InRange(menu.X, 0, 360 - menu.Width);
    }

    [Fact]
    public async Task AnEarlierConversationIsFoundInTheHistoryAndAllCanBeDeleted()
    {
        await OpenAsync();
        await AskAsync("How high are the towers of the bridge?");
        await Page.Locator("#fresh").ClickAsync();
        await AskAsync("What does the Pro plan cost?");
        await Page.Locator("#talks summary").ClickAsync();
        await Page.Locator("#talks-list").GetByText("How high are the towers").ClickAsync();
        await Expect(LastReply).ToContainTextAsync("54 metres");
        await Page.Locator("#talks summary").ClickAsync();
        await Page.GetByText("Delete all").ClickAsync();
        await Expect(Page.Locator("#talks-list")).ToContainTextAsync("Your conversations appear here.");
        Assert.Null(await Page.EvaluateAsync<string?>("localStorage.getItem('briefbot-conversations')"));
        await AskAsync("When was the bridge over the Elbe opened?");
        Assert.Equal(1, await Page.EvaluateAsync<int>("JSON.parse(localStorage['briefbot-conversations'])[0].turns.length"));
    }

    [Fact]
    public async Task TwoTabsOfOneConversationLoseNoTurn()
    {
        await OpenAsync();
        await AskAsync("How high are the towers of the bridge?");
        var other = await Page.Context.NewPageAsync();
        await other.GotoAsync(Url);
        await other.Locator("#talks summary").ClickAsync();
        await other.Locator("#talks-list").GetByText("How high are the towers").ClickAsync();
        await other.Locator("#question").FillAsync("What does the Pro plan cost?");
        await other.Locator("#question").PressAsync("Enter");
        await Expect(other.Locator(".turn td").First).ToHaveTextAsync("Pro");
        await AskAsync("When was the bridge over the Elbe opened?");
        await Page.ReloadAsync();
        await AnsweredAsync(3);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("[{\"id\":\"x\",\"at\":1,\"turns\":[null,{},{\"question\":\"Old?\",\"body\":{\"outcome\":\"grounded\",\"parts\":[{}]}}]}]")]
    public async Task WhatIsKeptIsNoObstacleHoweverItIsDamaged(string kept)
    {
        await OpenAsync();
        await Page.EvaluateAsync(
            "kept => { localStorage['briefbot-conversations'] = kept; sessionStorage['briefbot-conversations'] = 'x'; }",
            kept
        );
        await Page.ReloadAsync();
        await Page.Locator("#talks summary").ClickAsync();
        await Expect(Page.Locator("#talks-list li").Last).ToBeVisibleAsync();
        await Page.Keyboard.PressAsync("Escape");
        await Input.FillAsync("How high are the towers of the bridge?");
        await Input.PressAsync("Enter");
        await Expect(LastReply).ToContainTextAsync("54 metres");
    }

    [Fact]
    public async Task WhereTheBrowserKeepsNothingQuestionsAreAnsweredAllTheSame()
    {
        await OpenAsync();
        await Page.AddInitScriptAsync(
            "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get() { throw new Error('no'); } });"
        );
        await Page.GotoAsync(Url);
        await AskAsync("How high are the towers of the bridge?");
        await Expect(LastReply).ToContainTextAsync("54 metres");
    }

    [Fact]
    public async Task AQuestionAskedBelowALinkedAnswerBeginsAConversation()
    {
        await OpenAsync();
        await AskAsync("How high are the towers of the bridge?");
        var id = await Page.EvaluateAsync<string>("JSON.parse(localStorage['briefbot-conversations'])[0].turns[0].body.id");
        await Page.GotoAsync($"{Url}?a={id}");
        await Expect(LastReply).ToContainTextAsync("Answered on");
        await Input.FillAsync("What does the Pro plan cost?");
        await Input.PressAsync("Enter");
        await Expect(LastReply.Locator("td").First).ToHaveTextAsync("Pro");
        Assert.Equal(Url, Page.Url);
        await Page.ReloadAsync();
        await Expect(Page.Locator(".own")).ToHaveTextAsync(["What does the Pro plan cost?"]);
    }

    [Fact]
    public async Task TwoTabsHaveConversationsOfTheirOwn()
    {
        await OpenAsync();
        await AskAsync("How high are the towers of the bridge?");
        var other = await Page.Context.NewPageAsync();
        await other.GotoAsync(Url);
        await Expect(other.Locator("#welcome")).ToBeVisibleAsync();
        await Expect(other.Locator(".turn")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task AQuestionInTheAddressIsAskedOnce()
    {
        await OpenAsync("?q=How%20high%20are%20the%20towers%20of%20the%20bridge%3F");
        await AnsweredAsync(1);
        await Expect(LastReply).ToContainTextAsync("54 metres");
        Assert.Equal(Url, Page.Url);
    }

    [Fact]
    public async Task TheKeyboardAloneSuffices()
    {
        await OpenAsync();
        await Page.Keyboard.TypeAsync("How high are the towers of the bridge?");
        await Page.Keyboard.PressAsync("Enter");
        await AnsweredAsync(1);
        await Page.Keyboard.PressAsync("ArrowUp");
        await Expect(Input).ToHaveValueAsync("How high are the towers of the bridge?");
        await Input.FillAsync("");
        await LastReply.Locator(".mark").First.FocusAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Panel).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("Escape");
        await Page.Keyboard.PressAsync("/");
        await Expect(Input).ToBeFocusedAsync();
        await Expect(Input).ToHaveValueAsync("");
    }

    [Fact]
    public async Task TheFirstTabLeadsPastTheConversation()
    {
        await OpenAsync();
        await Page.EvaluateAsync("document.body.tabIndex = -1; document.body.focus()");
        await Page.Keyboard.PressAsync("Tab");
        await Expect(Page.Locator(".skip")).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Input).ToBeFocusedAsync();
    }

    [Fact]
    public async Task AQuestionIsEditedAndAskedAgain()
    {
        await OpenAsync();
        await AskAsync("How high are the towers of the bridge?");
        await Page.Locator(".edit").ClickAsync();
        await Expect(Input).ToHaveValueAsync("How high are the towers of the bridge?");
        await Expect(Input).ToBeFocusedAsync();
    }

    [Fact]
    public async Task WhoeverReadsFurtherUpStaysThereAndIsLedToTheLatestAnswer()
    {
        await OpenAsync();
        for (var i = 0; i < 4; i++)
        {
            await AskAsync("How do I connect to the VPN?");
        }

        await Page.EvaluateAsync("scrollTo({ top: 0, behavior: 'instant' })");
        await Expect(Page.Locator("#latest")).ToBeVisibleAsync();
        await Page.Locator("#latest").ClickAsync();
        await Expect(Page.Locator("#latest")).ToBeHiddenAsync();
        await Expect(LastReply).ToBeInViewportAsync();
    }

    [Fact]
    public async Task WhileTheServiceIsDownOneIsToldSoAndMayTryAgain()
    {
        Expected.Add("Failed to load resource");
        await OpenAsync();
        await StopAsync();
        await AskAsync("How high are the towers of the bridge?");
        await Expect(LastReply).ToContainTextAsync("BriefBot can’t be reached.");
        await StartAsync();
        await LastReply.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Try again" }).ClickAsync();
        await Expect(LastReply).ToContainTextAsync("54 metres");
    }

    [Fact]
    public async Task WhatIsAskedAgainWhileAnotherAnswerIsAwaitedFollowsIt()
    {
        Expected.Add("Failed to load resource");
        await OpenAsync();
        await Page.RouteAsync("**/api/ask", route => route.AbortAsync());
        await AskAsync("How high are the towers of the bridge?");
        await Page.UnrouteAsync("**/api/ask");
        var release = new TaskCompletionSource();
        await Page.RouteAsync(
            "**/api/ask",
            async route =>
            {
                await release.Task;
                await route.ContinueAsync();
            }
        );
        await Input.FillAsync("When was the bridge opened?");
        await Input.PressAsync("Enter");
        var first = Page.Locator(".reply").First;
        await first.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Try again" }).ClickAsync();
        await Expect(first).ToContainTextAsync("Asking again once the current answer is there");
        release.SetResult();
        await Expect(LastReply).ToContainTextAsync("1893");
        await Expect(first).ToContainTextAsync("54 metres");
    }

    [Fact]
    public async Task AfterTheKeyTheQuestionIsAskedAgain()
    {
        Expected.Add("Failed to load resource");
        Settings["Http:ApiKey"] = "a-key-of-some-length";
        await OpenAsync();
        await Expect(Page.Locator("#key-form")).ToBeVisibleAsync();
        await AskAsync("How high are the towers of the bridge?");
        await Expect(LastReply).ToContainTextAsync("asks for its access key");
        await Page.Locator("#key").FillAsync("not-the-key-of-this-service");
        await Page.Locator("#key").PressAsync("Enter");
        await Expect(Page.Locator("#key-told")).ToContainTextAsync("didn’t work");
        await Page.Locator("#key").FillAsync("a-key-of-some-length");
        await Page.Locator("#key").PressAsync("Enter");
        await Expect(LastReply).ToContainTextAsync("54 metres");
        await Expect(Page.Locator("#key-form")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task OnATouchScreenNothingIsSaidOfKeys()
    {
        Window.HasTouch = true;
        Window.IsMobile = true;
        await OpenAsync();
        await Expect(Page.Locator(".keyboard")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task TheStartersAreThoseOfTheOperator()
    {
        Settings["Page:Title"] = "Help <desk>";
        Settings["Page:Greeting"] = "What do you want to know?";
        Settings["Page:Starters:0"] = "What does the Pro plan cost?";
        Settings["Page:Accent"] = "#7a1fa2";
        await OpenAsync();
        await Expect(Page.Locator("h1")).ToHaveTextAsync(" Help <desk>");
        await Expect(Page.Locator("#welcome-title")).ToHaveTextAsync("What do you want to know?");
        await Page.Locator("#suggestions .chip").ClickAsync();
        await AnsweredAsync(1);
        await Expect(LastReply.Locator("td").First).ToHaveTextAsync("Pro");
        Assert.Equal(
            "#7a1fa2",
            (await Page.EvaluateAsync<string>("getComputedStyle(document.documentElement).getPropertyValue('--accent')")).Trim()
        );
    }

    [Fact]
    public async Task PrintedAConversationIsItsQuestionsAndAnswers()
    {
        await OpenAsync();
        await AskAsync("How high are the towers of the bridge?");
        await Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await Expect(Page.Locator("header")).ToBeHiddenAsync();
        await Expect(Page.Locator("footer")).ToBeHiddenAsync();
        await Expect(LastReply).ToBeVisibleAsync();
    }
}
