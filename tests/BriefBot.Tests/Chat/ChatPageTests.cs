using BriefBot.Tests.Fakes;
using BriefBot.Tests.Hosting;

namespace BriefBot.Tests.Chat;

/// <summary>The files of the chat page.</summary>
public sealed class ChatPageTests : IAsyncLifetime
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
    public async Task ThePageLoadsNothingFromElsewhereAndInsertsTextOnly()
    {
        var page = await _service.Http.GetStringAsync("/", Token) + await _service.Http.GetStringAsync("/page.css", Token);
        Assert.DoesNotContain(
            "http://",
            page.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("https://", page, StringComparison.Ordinal);
        var script = await _service.Http.GetStringAsync("/page.js", Token);
        Assert.DoesNotMatch("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|eval\\(", script);
    }
}
