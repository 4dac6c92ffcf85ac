using System.Net;
using System.Text.Json;
using BriefBot.Tests.Fakes;
using BriefBot.Tests.Hosting;

namespace BriefBot.Tests.Chat;

/// <summary>An article as the bot read it.</summary>
public sealed class ArticlesEndpointTests : IAsyncLifetime
{
    private const string Article = """
        ---
        title: The bridge @everyone
        date: 1990-01-02
        url: https://example.org/bridge
        ---
        # The bridge

        The bridge was opened <b>in 1893</b>.

        ## Towers

        | Tower | Height |
        | --- | --- |
        | North | 54 m |

        1. Climb up.
        2. Look around.
        """;

    private readonly TemporaryFolder _knowledge = new TemporaryFolder()
        .With("on water/bridge.md", Article)
        .With("long.md", string.Join("\n\n", Enumerable.Range(1, 400).Select(i => $"## Part {i}\n\n{new string('a', 1_000)} part {i}.")))
        .With("broken.docx", "no docx");

    private WebService _service = null!;

    public async ValueTask InitializeAsync() => _service = await WebService.StartAsync(_knowledge.Path);

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        _knowledge.Dispose();
    }

    [Fact]
    public async Task AnArticleIsGivenAsItReadsWithThePlacesOfItsBlocks()
    {
        var article = await ReadAsync("on%20water/bridge.md");
        Assert.Equal("1990-01-02", article.GetProperty("date").GetString());
        Assert.DoesNotContain("@everyone", article.GetProperty("title").GetString(), StringComparison.Ordinal);
        var sections = article.GetProperty("sections").EnumerateArray().ToArray();
        var opened = sections[0].GetProperty("blocks")[0];
        Assert.Equal("The bridge was opened in 1893.", opened.GetProperty("text").GetString());
        Assert.Equal((8, 8), (opened.GetProperty("first").GetInt32(), opened.GetProperty("last").GetInt32()));
        Assert.Equal("Towers", sections[1].GetProperty("headings").EnumerateArray().Last().GetString());
        Assert.Equal(
            ["header", "row", "item", "item"],
            sections[1..]
                .SelectMany(section => section.GetProperty("blocks").EnumerateArray())
                .Select(block => block.GetProperty("role").GetString())
        );
    }

    [Fact]
    public async Task AnOutlineHasTheHeadingsAlone()
    {
        var article = await ReadAsync("on%20water/bridge.md?outline=true");
        Assert.Contains(
            article.GetProperty("sections").EnumerateArray(),
            section => section.GetProperty("headings").EnumerateArray().Any()
        );
        Assert.All(
            article.GetProperty("sections").EnumerateArray(),
            section => Assert.Equal(0, section.GetProperty("blocks").GetArrayLength())
        );
    }

    [Theory]
    [InlineData(1)]
    [InlineData(803)]
    [InlineData(1_599)]
    public async Task OfALongArticleThePassagesAroundALineAreGiven(int line)
    {
        var article = await ReadAsync($"long.md?at={line}");
        var blocks = article
            .GetProperty("sections")
            .EnumerateArray()
            .SelectMany(section => section.GetProperty("blocks").EnumerateArray())
            .ToArray();
        Assert.InRange(blocks.Sum(block => block.GetProperty("text").GetString()!.Length), 250_000, 300_000);
        Assert.True(article.GetProperty("passages").GetInt32() > article.GetProperty("sections").GetArrayLength());
        Assert.InRange(line, blocks[0].GetProperty("first").GetInt32() - 2, blocks[^1].GetProperty("last").GetInt32() + 2);
        Assert.Equal(
            blocks.Select(block => block.GetProperty("first").GetInt32()).Order(),
            blocks.Select(block => block.GetProperty("first").GetInt32())
        );
    }

    [Theory]
    [InlineData("nothing.md")]
    [InlineData("broken.docx")]
    [InlineData("../secrets.json")]
    [InlineData("..%2Fsecrets.json")]
    [InlineData("")]
    public async Task WhatIsNoArticleOfTheFolderIsNotFound(string path)
    {
        var response = await _service.Http.GetAsync($"/api/articles/{path}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private async Task<JsonElement> ReadAsync(string path)
    {
        using var body = JsonDocument.Parse(
            await _service.Http.GetStringAsync($"/api/articles/{path}", TestContext.Current.CancellationToken)
        );
        return body.RootElement.Clone();
    }
}
