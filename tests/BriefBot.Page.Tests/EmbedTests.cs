using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;

namespace BriefBot.Page.Tests;

/// <summary>The widget on a page of another site.</summary>
public sealed class EmbedTests(Browser browser) : PageTest(browser)
{
    [Fact]
    public async Task APageOfAnAllowedSiteAsksWithTheWidget()
    {
        await using var site = await StartSiteAsync();
        Settings["Http:AllowedOrigins:0"] = site.Urls.First();
        await OpenAsync();
        await Page.GotoAsync(site.Urls.First());
        await AskInWidgetAsync();
        // The widget is in a closed shadow tree, which a test reaches by the accessibility tree alone.
        await Assertions.Expect(Page.Locator("body")).ToContainTextAsync("Our intranet");
        var said = await AnswerAsync();
        Assert.Contains("The towers of the bridge are", said, StringComparison.Ordinal);
        Assert.Contains("The bridge › Towers", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APageOfAnotherSiteMayNotAsk()
    {
        await using var site = await StartSiteAsync();
        Expected.AddRange(["Access to fetch", "Failed to load resource"]);
        Settings["Http:AllowedOrigins:0"] = "https://elsewhere.example.org";
        await OpenAsync();
        await Page.GotoAsync(site.Urls.First());
        await AskInWidgetAsync();
        Assert.Contains("can’t be reached", await AnswerAsync(), StringComparison.Ordinal);
    }

    private async Task AskInWidgetAsync()
    {
        await Page.Keyboard.PressAsync("Tab");
        await Page.Keyboard.PressAsync("Enter");
        await Page.Keyboard.TypeAsync("How high are the towers of the bridge?");
        await Page.Keyboard.PressAsync("Enter");
    }

    /// <summary>What a screen reader finds on the page when the answer is there.</summary>
    private async Task<string> AnswerAsync()
    {
        while (true)
        {
            var session = await Page.Context.NewCDPSessionAsync(Page);
            var tree = (await session.SendAsync("Accessibility.getFullAXTree")).ToString() ?? "";
            if (!tree.Contains("Looking through", StringComparison.Ordinal) && tree.Contains("How high", StringComparison.Ordinal))
            {
                return System.Text.RegularExpressions.Regex.Unescape(tree);
            }

            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }
    }

    private async Task<WebApplication> StartSiteAsync()
    {
        var site = WebApplication.CreateSlimBuilder().Build();
        site.Urls.Add("http://127.0.0.1:0");
        site.MapGet(
            "/",
            () =>
                Results.Content(
                    $"<!doctype html><link rel=icon href=data:,><title>Intranet</title><h1>Our intranet</h1><script src='{Url}embed.js'></script>",
                    "text/html"
                )
        );
        await site.StartAsync(TestContext.Current.CancellationToken);
        Others.AddRange([site.Urls.First(), "data:"]);
        return site;
    }
}
