using System.Security.Cryptography;
using BriefBot.Knowledge;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Service.Knowledge;

/// <summary>The content that a reader found in a file of any format; an article once it is cut into passages.</summary>
internal sealed record ArticleParts
{
    /// <summary>Maximum number of characters kept of a title, heading or name.</summary>
    public const int LongestTitle = 200;

    private const int LongestAddress = 1_000;
    private const int LongestSummary = 1_000;
    private const int MostTags = 50;
    private const int MostWarnings = 20;
    private const int MostLinks = 1_000;

    /// <summary>The path below the knowledge folder.</summary>
    public required string Path { get; init; }

    /// <summary>The whole file.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>The metadata of the file.</summary>
    public FrontMatter About { get; init; } = new();

    /// <summary>The unit of the blocks' places.</summary>
    public PlaceUnit PlaceUnit { get; init; }

    /// <summary>Headings and text.</summary>
    public required SectionBuilder Sections { get; init; }

    /// <summary>Warnings beyond the problems of <see cref="About"/>.</summary>
    public IEnumerable<Problem> Warnings { get; init; } = [];

    /// <summary>Text that the file holds but does not show.</summary>
    public UnseenText Unseen { get; init; } = new();

    /// <summary>Targets of its links and pictures.</summary>
    public IEnumerable<ArticleLink> Links { get; init; } = [];

    /// <summary>
    /// Returns the article, or a failure where there is no text. The title is the one in the metadata, else the first heading, else the
    /// file's name.
    /// </summary>
    public ReadResult Cut(PassageCutter cutter)
    {
        if (About.IsDraft)
        {
            return LeftOut("This is a draft, so it isn’t read. Remove draft: true from its front matter to publish it.");
        }

        var head = new ArticleHead
        {
            Path = Path,
            Title = ShortText.Shorten(About.Title ?? Sections.FirstHeading ?? TitleOf(Path), LongestTitle),
            Date = About.Date,
            Url = About.Url is { Length: <= LongestAddress } url ? url : null,
            Author = About.Author is { } author ? ShortText.Shorten(author, LongestTitle) : null,
            PlaceUnit = PlaceUnit,
            Hash = Convert.ToHexStringLower(SHA256.HashData(Content.Span)),
        };
        var passages = cutter.Cut(head, Sections.Under(head.Title));
        if (passages.Count == 0)
        {
            return About.LineCount > 0 && Sections.IsEmpty
                ? LeftOut("There is nothing but front matter in this file.")
                : new ReadResult.Failed(
                    new Problem(Path, null, "The file has only headings and no text. Add some text, or remove the file.")
                );
        }

        var article = new Article
        {
            Path = Path,
            Title = head.Title,
            Date = head.Date,
            Url = head.Url,
            Author = head.Author,
            Summary = About.Summary is { } summary ? ShortText.Shorten(summary, LongestSummary) : null,
            Tags = [.. About.Tags.Take(MostTags).Select(tag => ShortText.Shorten(tag, LongestTitle))],
            Hash = head.Hash,
            Warnings = [.. About.Problems.Concat(Warnings).Take(MostWarnings)],
            Remarks = [.. Sections.WithoutText.Select(NoText).Concat(Unseen.Problems(Path)).Take(MostWarnings)],
            Links = [.. Links.Where(link => link.Target.Length is > 0 and <= LongestAddress).Take(MostLinks)],
            Passages = passages,
        };
        return new ReadResult.Read(article);
    }

    private ReadResult.Failed LeftOut(string why) => new(new Problem(Path, null, why) { Severity = Severity.Note }) { IsLeftOut = true };

    private Problem NoText((string Text, int? Line) heading) =>
        new(
            Path,
            heading.Line,
            $"There is no text under the heading \"{heading.Text}\", so it can’t be found. Add some text (a picture can’t be read), or remove the "
                + "heading."
        )
        {
            Severity = Severity.Warning,
        };

    /// <summary>The name of a file as a title: without its ending, dashes and underscores as spaces.</summary>
    private static string TitleOf(string path) =>
        System.IO.Path.GetFileNameWithoutExtension(path).Replace('-', ' ').Replace('_', ' ').Trim();
}
