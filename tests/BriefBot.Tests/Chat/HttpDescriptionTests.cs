using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using BriefBot.Service.Chat;
using BriefBot.Tests.Fakes;
using BriefBot.Tests.Hosting;

namespace BriefBot.Tests.Chat;

/// <summary>What programs are told of the HTTP interface, and answers as text.</summary>
public sealed class HttpDescriptionTests : IAsyncLifetime
{
    private readonly TemporaryFolder _knowledge = new TemporaryFolder().With(
        "bridge.md",
        "---\ntitle: The *bridge* @everyone\nurl: https://example.org/bridge\n---\n# The bridge\n\nThe bridge was opened in [1893].\n"
    );

    private WebService _service = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _service = await WebService.StartAsync(_knowledge.Path);

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        _knowledge.Dispose();
    }

    [Fact]
    public async Task EachRouteOfTheInterfaceIsDescribedWithItsTypes()
    {
        using var description = JsonDocument.Parse(await _service.Http.GetStringAsync("/openapi.json", Token));
        var root = description.RootElement;
        var paths = root.GetProperty("paths");
        Assert.Equal(
            ["/api/answers/{id}", "/api/articles/{path}", "/api/ask", "/api/documents", "/api/feedback", "/api/gaps", "/api/suggestions"],
            paths.EnumerateObject().Select(path => path.Name).Order(StringComparer.Ordinal)
        );
        Assert.True(paths.GetProperty("/api/ask").GetProperty("post").GetProperty("responses").TryGetProperty("429", out _));
        var schemas = root.GetProperty("components").GetProperty("schemas");
        Assert.True(schemas.GetProperty("AskResponse").GetProperty("properties").TryGetProperty("citations", out _));
        Assert.Contains("What is BriefBot?", schemas.GetProperty("AskRequest").GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAnswerIsGivenAsMarkdownWithItsSources()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/ask")
        {
            Content = JsonContent.Create(new { question = "When was the bridge opened?" }),
            Headers = { { "Accept", "text/markdown" } },
        };
        var response = await _service.Http.SendAsync(request, Token);
        Assert.Equal("text/markdown", response.Content.Headers.ContentType?.MediaType);
        var text = await response.Content.ReadAsStringAsync(Token);
        Assert.Contains("opened in \\[**1893**\\]. [1]", text, StringComparison.Ordinal);
        Assert.Contains("](<https://example.org/bridge>)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("@everyone", text, StringComparison.Ordinal);
        Assert.DoesNotContain("*bridge*", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://intranet.example.org", true)]
    [InlineData("http://localhost:3000", true)]
    [InlineData("https://intranet.example.org/", false)]
    [InlineData("https://intranet.example.org/page", false)]
    [InlineData("intranet.example.org", false)]
    [InlineData("*", false)]
    [InlineData("null", false)]
    public void AnOriginIsASchemeAndAHost(string text, bool isOrigin) =>
        Assert.Equal(isOrigin, BriefBot.Service.Hosting.HttpOptionsValidator.IsOrigin(text));

    [Theory]
    [InlineData("- a", "\\- a")]
    [InlineData("1. a", "1\\. a")]
    [InlineData("a_b <b> `c` [d](e)", "a\\_b \\<b\\> \\`c\\` \\[d\\]\u200B\\(e\\)")]
    public void NoTextIsMarkup(string text, string markdown) => Assert.Equal(markdown, new MarkdownMarkup().Text(text));

    [Fact]
    public async Task TheWidgetIsOneSmallFileThatEverySiteMayLoadWhereOneMayAsk()
    {
        await using var service = await WebService.StartAsync(_knowledge.Path, ("Http:AllowedOrigins:0", "https://intranet.example.org"));
        var widget = await service.Http.GetAsync("/embed.js", Token);
        Assert.Equal(HttpStatusCode.OK, widget.StatusCode);
        Assert.InRange((await widget.Content.ReadAsByteArrayAsync(Token)).Length, 1, 30_000);
        var script = await widget.Content.ReadAsStringAsync(Token);
        Assert.Contains("\"yourQuestion\":\"Your question\"", script, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", script, StringComparison.Ordinal);
        Assert.DoesNotContain("\"didItHelp\"", script, StringComparison.Ordinal);
        Assert.Equal("cross-origin", widget.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
        Assert.Equal(
            "same-origin",
            (await _service.Http.GetAsync("/embed.js", Token)).Headers.GetValues("Cross-Origin-Resource-Policy").Single()
        );
    }
}
