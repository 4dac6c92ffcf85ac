namespace BriefBot.Page.Tests;

/// <summary>The page of the folder, for editors.</summary>
public sealed class FolderTests(Browser browser) : PageTest(browser)
{
    [Fact]
    public async Task FilesAreGroupedByFolderAndThoseWithAProblemSayWhatToDo()
    {
        Write("broken.docx", "no docx");
        await OpenAsync("folder");
        await Expect(Page.Locator(".folder summary")).ToHaveTextAsync(["Top folder 2 files · 1 needs attention", "team 1 file"]);
        await Expect(Page.Locator(".problem")).ToContainTextAsync("Save it as DOCX again");
        await Page.Locator("#troubled").CheckAsync();
        await Expect(Page.Locator("#files .source")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task AFileIsFoundByItsTitleAndShownAsTheBotReadIt()
    {
        await OpenAsync("folder");
        await Page.Locator("#search").FillAsync("working vpn.md");
        await Expect(Page.Locator("#files .source")).ToHaveCountAsync(1);
        await Page.Locator("#files .title").ClickAsync();
        await Expect(Panel.Locator("ol > li")).ToHaveCountAsync(3);
        await Expect(Panel.Locator("td").First).ToHaveTextAsync("Basic");
    }

    [Fact]
    public async Task AChangedFolderIsShownWithoutAReload()
    {
        await OpenAsync("folder");
        await Expect(Page.Locator("#told")).ToHaveTextAsync("2 articles");
        Write("third.md", "# Third\n\nA third article.");
        await Expect(Page.Locator("#told")).ToHaveTextAsync("3 articles");
        await Expect(Page.Locator("#files")).ToContainTextAsync("third.md");
    }

    [Fact]
    public async Task AClosedFolderStaysClosedAfterASearch()
    {
        Write("notes/third.md", "# Third\n\nA third article.");
        await OpenAsync("folder");
        var notes = Page.Locator("details.folder:has-text(\"third.md\")");
        await notes.Locator("summary").ClickAsync();
        await Expect(notes).Not.ToHaveAttributeAsync("open", "");
        await Page.Locator("#search").FillAsync("bridge");
        await Expect(notes).ToHaveCountAsync(0);
        await Page.Locator("#search").FillAsync("");
        await Expect(notes).Not.ToHaveAttributeAsync("open", "");
    }

    [Fact]
    public async Task AnEditorsTrialIsNoGap()
    {
        await OpenAsync("folder");
        await Page.Locator("#tried").FillAsync("Who painted the bridge purple?");
        await Page.Locator("#tried").PressAsync("Enter");
        await Expect(Page.Locator("#result b")).ToHaveTextAsync("Not answered");
        var gaps = await Page.APIRequest.GetAsync($"{Url}api/gaps");
        Assert.DoesNotContain("purple", await gaps.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AQuestionIsTriedWithItsRanking()
    {
        await OpenAsync("folder");
        await Page.Locator("#tried").FillAsync("How high are the towers of the bridge?");
        await Page.Locator("#tried").PressAsync("Enter");
        await Expect(Page.Locator("#result")).ToContainTextAsync("54 metres");
        await Page.Locator("#result .title").First.ClickAsync();
        await Expect(Panel).ToContainTextAsync("54 metres high");
    }
}
