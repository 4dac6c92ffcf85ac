using System.Net;
using System.Net.Http.Json;
using System.Text;
using BriefBot.Tests.Fakes;
using BriefBot.Tests.Hosting;

namespace BriefBot.Tests.Chat;

/// <summary>Who may speak to the web channel, and what every response says to a browser.</summary>
public sealed class ForeignSitesTests : IAsyncLifetime
{
    private readonly TemporaryFolder _knowledge = new TemporaryFolder().With(
        "bridge.md",
        "# The bridge\n\nThe bridge over the river Elbe was opened on 12 May 1893.\n"
    );

    private WebService _service = null!;

    public async ValueTask InitializeAsync() => _service = await WebService.StartAsync(_knowledge.Path);

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        _knowledge.Dispose();
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://127.0.0.1:1")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task AQuestionFromAPageOfAnotherSiteIsForbidden(string header, string value)
    {
        var response = await AskAsync(header, value);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("X-Anything", "")]
    public async Task AQuestionFromItsOwnPageOrFromAProgramIsAnswered(string header, string value) =>
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(header, value)).StatusCode);

    [Fact]
    public async Task ItsOwnOriginIsNoOtherSite() =>
        Assert.Equal(
            HttpStatusCode.OK,
            (await AskAsync("Origin", _service.Http.BaseAddress!.GetLeftPart(UriPartial.Authority))).StatusCode
        );

    [Fact]
    public async Task AnAllowedOriginMayAskWithItsKeyAndNoOther()
    {
        const string Site = "https://intranet.example.org";
        await using var open = await WebService.StartAsync(
            _knowledge.Path,
            ("Http:AllowedOrigins:0", Site),
            ("Http:ApiKey", "a-key-of-some-length")
        );
        using var asked = new HttpRequestMessage(HttpMethod.Options, "/api/ask")
        {
            Headers =
            {
                { "Origin", Site },
                { "Access-Control-Request-Method", "POST" },
                { "Access-Control-Request-Headers", "authorization,content-type" },
            },
        };
        using var may = await open.Http.SendAsync(asked, TestContext.Current.CancellationToken);
        Assert.Equal(Site, may.Headers.GetValues("Access-Control-Allow-Origin").Single());
        open.Http.DefaultRequestHeaders.Add("Authorization", "Bearer a-key-of-some-length");
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(open, "Origin", Site)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(open, "Origin", "https://evil.example")).StatusCode);
        open.Http.DefaultRequestHeaders.Remove("Authorization");
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(open, "Origin", Site)).StatusCode);
    }

    [Fact]
    public async Task AnotherSiteUsesUpNobodysQuestions()
    {
        await using var slow = await WebService.StartAsync(_knowledge.Path, ("Chat:AuthorPerMinute", "1"));
        await SendAsync(slow, "Origin", "https://evil.example");
        Assert.Equal(HttpStatusCode.OK, (await slow.AskAsync("hello")).StatusCode);
    }

    [Fact]
    public async Task AnotherNameForThisMachineIsRefusedUntilItIsAllowed()
    {
        Assert.Equal(HttpStatusCode.BadRequest, await UnderNameAsync(_service, "bot.example"));
        await using var allowed = await WebService.StartAsync(_knowledge.Path, ("AllowedHosts", "bot.example; localhost"));
        Assert.Equal(HttpStatusCode.OK, await UnderNameAsync(allowed, "bot.example"));
        Assert.Equal(HttpStatusCode.BadRequest, await UnderNameAsync(allowed, "other.example"));
    }

    [Fact]
    public async Task TheAddressItListensOnIsANameOfItsOwn()
    {
        await using var service = await WebService.StartAsync(_knowledge.Path, ("Urls", "http://127.0.0.3:0"));
        Assert.Equal(HttpStatusCode.OK, (await service.Http.GetAsync("/health/live", Token)).StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/api/documents")]
    [InlineData("/health/ready")]
    [InlineData("/nowhere")]
    public async Task EveryResponseCarriesThePolicy(string path)
    {
        var response = await _service.Http.GetAsync(path, Token);
        Assert.Contains("frame-ancestors 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task ThePageRunsNoScriptAndNoStyleOfItsText()
    {
        var page = await _service.Http.GetStringAsync("/", Token);
        Assert.DoesNotMatch(@"<script(?![^>]*\bsrc=)|<style|\son\w+=|\sstyle=|javascript:|data:", page);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/icon.svg")]
    [InlineData("/health/live")]
    public async Task WhoAsksForTheHeadersAloneGetsThem(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        Assert.Equal(HttpStatusCode.OK, (await _service.Http.SendAsync(request, Token)).StatusCode);
    }

    [Fact]
    public async Task ACharsetThatNobodyKnowsIsAMediaTypeThatIsNotTaken()
    {
        using var body = new StringContent("{\"question\":\"Who?\"}", Encoding.UTF8);
        body.Headers.Remove("Content-Type");
        body.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=nope");
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await _service.Http.PostAsync("/api/ask", body, Token)).StatusCode);
    }

    [Fact]
    public async Task AConversationsNameHasALimit() =>
        Assert.Equal(HttpStatusCode.BadRequest, (await _service.AskAsync("hello", new string('c', 201))).StatusCode);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Task<HttpResponseMessage> AskAsync(string header, string value) => SendAsync(_service, header, value);

    private static async Task<HttpResponseMessage> SendAsync(WebService service, string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/ask")
        {
            Content = JsonContent.Create(new { question = "hello" }),
        };
        request.Headers.Add(header, value);
        return await service.Http.SendAsync(request, Token);
    }

    private static async Task<HttpStatusCode> UnderNameAsync(WebService service, string name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/documents");
        request.Headers.Host = name;
        return (await service.Http.SendAsync(request, Token)).StatusCode;
    }
}
