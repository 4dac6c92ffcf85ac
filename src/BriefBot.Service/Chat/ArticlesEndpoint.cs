using BriefBot.Chat.Writing;
using BriefBot.Knowledge;
using BriefBot.Knowledge.Articles;
using BriefBot.Retrieval;

namespace BriefBot.Service.Chat;

/// <summary><c>GET /api/articles/{path}</c>: an article as the bot read it.</summary>
internal static class ArticlesEndpoint
{
    /// <summary>Maximum length of the texts in a response, in characters.</summary>
    private const int MaxLength = 300_000;

    /// <summary>Returns the article, or 404.</summary>
    /// <param name="path">The article's path below the knowledge folder, as <c>/api/documents</c> and citations give it.</param>
    /// <param name="at">The line, page or paragraph that must be in the response where the article is too long for one.</param>
    /// <param name="outline">Whether to leave out the texts: the headings alone.</param>
    /// <param name="http">The request.</param>
    /// <param name="catalog">The folder's files.</param>
    /// <param name="passages">The index.</param>
    public static IResult Find(string? path, int? at, bool? outline, HttpContext http, KnowledgeCatalog catalog, IPassageReader passages)
    {
        var known = path is null
            ? null
            : catalog.Documents.FirstOrDefault(document => document.Path == path || PlainText.Escape(document.Path) == path);
        try
        {
            return known is not null && passages.Read(known.Path) is [var first, ..] all
                ? Results.Json(
                    ArticleResponse.Create(first, outline == true ? [] : Around(all, at ?? 0), outline == true ? all : []) with
                    {
                        Passages = all.Count,
                        ReadAt = known.ReadAt,
                        Problem = known.Problem is { } problem ? PlainText.Escape(problem) : null,
                    },
                    WebJson.Default.ArticleResponse
                )
                : Results.Problem("There is no such article, or it could not be read.", statusCode: StatusCodes.Status404NotFound);
        }
        catch (IndexUnavailableException)
        {
            return AskEndpoint.NotNow(http, BotTexts.IndexUnavailable);
        }
    }

    /// <summary>Returns the passages that fit, nearest to a place first taken, in the article's order.</summary>
    private static IReadOnlyList<Passage> Around(IReadOnlyList<Passage> all, int at)
    {
        var holder = all.Index().LastOrDefault(one => one.Item.Blocks[0].Places[0].Number <= at).Index;
        var length = 0;
        return
        [
            .. all.Index()
                .OrderBy(one => Math.Abs(one.Index - holder))
                .TakeWhile(one => (length += one.Item.Blocks.Sum(block => block.Text.Length)) <= MaxLength || one.Index == holder)
                .OrderBy(one => one.Index)
                .Select(one => one.Item),
        ];
    }
}

/// <summary>An article for programs.</summary>
internal sealed record ArticleResponse
{
    public required string Path { get; init; }

    public required string Title { get; init; }

    public DateOnly? Date { get; init; }

    public string? Url { get; init; }

    public string? Author { get; init; }

    /// <summary>SHA-256 of the file's bytes.</summary>
    public required string Hash { get; init; }

    /// <summary>The time of its last reading.</summary>
    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>The problem with the file, for an editor; null where there is none.</summary>
    public string? Problem { get; init; }

    /// <summary>The unit of places: <c>line</c>, <c>page</c> or <c>paragraph</c>.</summary>
    public required string Unit { get; init; }

    /// <summary>Number of passages of the article, which may be more than <see cref="Sections"/> holds.</summary>
    public int Passages { get; init; }

    /// <summary>The passages in reading order, each under its headings.</summary>
    public required IReadOnlyList<ArticleSection> Sections { get; init; }

    /// <summary>Creates the response.</summary>
    /// <param name="first">Any passage, for what holds for all.</param>
    /// <param name="whole">The passages with their texts.</param>
    /// <param name="outline">The passages without their texts.</param>
    public static ArticleResponse Create(Passage first, IReadOnlyList<Passage> whole, IReadOnlyList<Passage> outline) =>
        new()
        {
            Path = PlainText.Escape(first.Path),
            Title = PlainText.Escape(first.Title),
            Date = first.Date,
            Url = first.Url is { } url ? PlainText.Address(url) : null,
            Author = first.Author is { } author ? PlainText.Escape(author) : null,
            Hash = first.Hash,
            Unit = first.PlaceUnit.ToString().ToLowerInvariant(),
            Sections =
            [
                .. whole.Select(passage => new ArticleSection(
                    passage.Ordinal,
                    [.. passage.Headings.Select(PlainText.Escape)],
                    [.. passage.Blocks.Select(ArticleBlock.Create)]
                )),
                .. outline.Select(passage => new ArticleSection(passage.Ordinal, [.. passage.Headings.Select(PlainText.Escape)], [])),
            ],
        };
}

/// <summary>A passage of an article.</summary>
/// <param name="Ordinal">Its place among the passages, from 0.</param>
/// <param name="Headings">The headings above it, outermost first.</param>
/// <param name="Blocks">Its text in reading order.</param>
internal sealed record ArticleSection(int Ordinal, IReadOnlyList<string> Headings, IReadOnlyList<ArticleBlock> Blocks);

/// <summary>A block of an article.</summary>
/// <param name="Text">Its text, verbatim.</param>
/// <param name="Role">As in <see cref="AskPartLine"/>.</param>
/// <param name="Depth">Nesting depth of its list.</param>
/// <param name="Number">The number of its item in a numbered list; 0 where there is none.</param>
/// <param name="First">The line, page or paragraph with which it begins.</param>
/// <param name="Last">The line, page or paragraph with which it ends.</param>
internal sealed record ArticleBlock(string Text, string Role, int Depth, int Number, int First, int Last)
{
    public static ArticleBlock Create(TextBlock block) =>
        new(
            block.Text,
            AskPartLine.RoleOf(block.Form),
            block.Depth,
            block.Number,
            block.PlaceAt(0),
            block.PlaceAt(Math.Max(block.Text.Length - 1, 0))
        );
}
