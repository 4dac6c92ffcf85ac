using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace BriefBot.Page.Tests;

/// <summary>What axe finds in the states of the page: nothing.</summary>
public sealed class AccessibilityTests(Browser browser) : PageTest(browser)
{
    [Theory]
    [InlineData("start", 1280, ColorScheme.Light)]
    [InlineData("start", 390, ColorScheme.Dark)]
    [InlineData("answers", 1280, ColorScheme.Light)]
    [InlineData("answers", 1280, ColorScheme.Dark)]
    [InlineData("answers", 390, ColorScheme.Light)]
    [InlineData("source", 1280, ColorScheme.Light)]
    [InlineData("source", 390, ColorScheme.Dark)]
    [InlineData("history", 1280, ColorScheme.Light)]
    [InlineData("vote", 1280, ColorScheme.Dark)]
    [InlineData("folder", 1280, ColorScheme.Light)]
    [InlineData("folder", 390, ColorScheme.Dark)]
    [InlineData("gaps", 1280, ColorScheme.Light)]
    public async Task NothingIsFound(string state, int width, ColorScheme scheme)
    {
        Window.ViewportSize = new ViewportSize { Width = width, Height = 800 };
        Window.ColorScheme = scheme;
        Window.ReducedMotion = ReducedMotion.Reduce;
        await OpenAsync(state is "folder" or "gaps" ? state : "");
        if (state is not ("start" or "folder" or "gaps"))
        {
            await AskAsync("How do I connect to the VPN?");
            await AskAsync("What does the Pro plan cost?");
        }

        switch (state)
        {
            case "source":
                await LastReply.Locator(".mark").First.ClickAsync();
                await Expect(Panel.Locator(".marked").First).ToBeVisibleAsync();
                break;
            case "history":
                await Page.Locator("#talks summary").ClickAsync();
                break;
            case "vote":
                await LastReply.GetByLabel("This did not help").ClickAsync();
                await Expect(LastReply.Locator(".comment")).ToBeVisibleAsync();
                break;
            case "folder":
                await Expect(Page.Locator("#files .source").First).ToBeVisibleAsync();
                break;
        }

        var found = await Page.RunAxe();
        Assert.Empty(
            found.Violations.Select(violation => $"{violation.Id}: {string.Join(", ", violation.Nodes.Select(node => node.Html))}")
        );
    }

    [Fact]
    public async Task InForcedColoursQuestionsAndTheSourceKeepABorder()
    {
        Window.ForcedColors = ForcedColors.Active;
        await OpenAsync();
        await AskAsync("How high are the towers of the bridge?");
        Assert.Equal("solid", await Page.Locator(".own").EvaluateAsync<string>("node => getComputedStyle(node).borderTopStyle"));
    }
}
