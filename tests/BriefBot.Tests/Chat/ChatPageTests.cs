using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using BriefBot.Service.Chat;
using BriefBot.Service.Hosting;
using BriefBot.Tests.Fakes;
using BriefBot.Tests.Hosting;

namespace BriefBot.Tests.Chat;

/// <summary>The files of the chat page.</summary>
public sealed partial class ChatPageTests : IAsyncLifetime
{
    private readonly TemporaryFolder _knowledge = new TemporaryFolder().With("bridge.md", "The bridge was opened in 1893.");
    private WebService _service = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _service = await WebService.StartAsync(_knowledge.Path);

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        _knowledge.Dispose();
    }

    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/folder", "text/html")]
    [InlineData("/gaps", "text/html")]
    [InlineData("/page.css", "text/css")]
    [InlineData("/page.js", "text/javascript")]
    public async Task ThePageIsServedUnderAStrictPolicy(string path, string mediaType)
    {
        var response = await _service.Http.GetAsync(path, Token);
        Assert.Equal(mediaType, response.Content.Headers.ContentType?.MediaType);
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task ThePagesLoadNothingFromElsewhereInsertTextOnlyAndAreSmall()
    {
        var files = new Queue<string>(["/", "/folder", "/gaps"]);
        var all = new Dictionary<string, string>();
        while (files.TryDequeue(out var file))
        {
            if (all.ContainsKey(file))
            {
                continue;
            }

            all[file] = await _service.Http.GetStringAsync(file, Token);
            foreach (Match reference in Reference().Matches(all[file]))
            {
                files.Enqueue("/" + reference.Groups[1].Value);
            }
        }

        Assert.Contains("/talks.js", all.Keys);
        Assert.All(
            all.Where(file => file.Key != "/icon.svg"),
            file => Assert.DoesNotMatch("https?://[^\\s]|innerHTML|outerHTML|insertAdjacentHTML|document\\.write|eval\\(", file.Value)
        );
        var bytes = 0L;
        foreach (var file in all.Keys)
        {
            using var compressed = new HttpRequestMessage(HttpMethod.Get, file) { Headers = { { "Accept-Encoding", "br" } } };
            using var response = await _service.Http.SendAsync(compressed, Token);
            bytes += response.Content.Headers.ContentLength ?? 0;
        }

        Assert.InRange(bytes, 1, 60_000);
    }

    [Fact]
    public async Task AFileThatTheBrowserHasIsNotSentAgain()
    {
        var tag = (await _service.Http.GetAsync("/page.js", Token)).Headers.ETag!;
        using var request = new HttpRequestMessage(HttpMethod.Get, "/page.js") { Headers = { IfNoneMatch = { tag } } };
        Assert.Equal(HttpStatusCode.NotModified, (await _service.Http.SendAsync(request, Token)).StatusCode);
    }

    [Fact]
    public async Task TheOperatorsTitleGreetingStartersColourAndLogoAreShownAsText()
    {
        using var files = new TemporaryFolder().With("logo.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
        await using var service = await WebService.StartAsync(
            _knowledge.Path,
            ("Page:Title", "Help & <b>more</b> {{logo}}"),
            ("Page:Greeting", "What's up?"),
            ("Page:Starters:0", "When does the bridge open?"),
            ("Page:Accent", "#ffee00"),
            ("Page:Logo", Path.Combine(files.Path, "logo.svg")),
            ("Chat:MaxQuestionLength", "77")
        );
        var page = await service.Http.GetStringAsync("/", Token);
        Assert.Contains("<title>Help &amp; &lt;b&gt;more&lt;/b&gt; {{logo}}</title>", page, StringComparison.Ordinal);
        Assert.Contains("What&#x27;s up?", page, StringComparison.Ordinal);
        Assert.Contains("data-longest=\"77\"", page, StringComparison.Ordinal);
        Assert.Equal("image/svg+xml", (await service.Http.GetAsync("/logo", Token)).Content.Headers.ContentType?.MediaType);
        Assert.Equal("[\"When does the bridge open?\"]", await service.Http.GetStringAsync("/api/suggestions?start=true", Token));
        Assert.Contains(":root{--accent:#", await service.Http.GetStringAsync("/page.css", Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EachTextThatAPageNamesIsThereAndEachThatIsThereIsNamed()
    {
        var texts = await _service.Http.GetStringAsync("/texts.js", Token);
        var there = JsonDocument
            .Parse(texts["export default ".Length..^1])
            .RootElement.EnumerateObject()
            .Select(text => text.Name)
            .ToHashSet();
        var pages = string.Concat(
            Directory
                .GetFiles(Checkout.Path("src/BriefBot.Service/Chat/Page"))
                .Where(file => !file.EndsWith(".svg", StringComparison.Ordinal))
                .Select(File.ReadAllText)
        );
        var named = TextName()
            .Matches(pages)
            .Select(match => match.Groups[1].Value)
            .Except(["title", "greeting", "logo", "longest", "js", "texts"])
            .ToHashSet();
        Assert.Equal(there.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"(?:\btexts\.|\{\{)([a-zA-Z]+)")]
    private static partial Regex TextName();

    [Theory]
    [InlineData("nowhere.svg", 0)]
    [InlineData("large.svg", 1_000_001)]
    public async Task ALogoThatIsNotThereOrTooLargeIsNamedBeforeTheStart(string file, int length)
    {
        using var files = new TemporaryFolder();
        if (length > 0)
        {
            files.With(file, new string(' ', length));
        }

        var problem = await Assert.ThrowsAsync<StartProblemException>(() =>
            WebService.StartAsync(_knowledge.Path, ("Page:Logo", Path.Combine(files.Path, file)))
        );
        Assert.Contains("Page:Logo", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#ffee00")]
    [InlineData("#000000")]
    [InlineData("#ffffff")]
    [InlineData("#0b5c8a")]
    [InlineData("#808080")]
    public void AnyColourIsMadeReadableInLightAndDark(string color)
    {
        foreach (var ground in new[] { "#f6f5f2", "#14171b" })
        {
            Assert.InRange(AccentColor.Contrast(AccentColor.ReadableOn(color, ground), ground), 4.5, 21);
        }
    }

    [Fact]
    public async Task WithoutStartersTheFoldersTitlesAndHeadingsAreSuggested() =>
        Assert.Equal("[\"bridge\"]", await _service.Http.GetStringAsync("/api/suggestions?start=true", Token));

    [GeneratedRegex("(?:src=|href=|from )[\"']\\.?/?([a-z]+\\.(?:js|css|svg))[\"']")]
    private static partial Regex Reference();
}
