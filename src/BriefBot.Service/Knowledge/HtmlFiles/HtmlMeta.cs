using AngleSharp.Html.Dom;
using BriefBot.Knowledge;

namespace BriefBot.Service.Knowledge.HtmlFiles;

/// <summary>Reads the metadata in the head of an HTML file.</summary>
internal static class HtmlMeta
{
    public static FrontMatter Read(string path, IHtmlDocument document)
    {
        var written = Meta(document, "article:published_time", "date", "dcterms.created", "dc.date");
        var date = FrontMatter.ParseDate(written);
        return new FrontMatter
        {
            Title = Title(document),
            Date = date,
            Url = Address(document),
            Author = Meta(document, "author", "article:author", "dcterms.creator"),
            Summary = Meta(document, "description", "og:description"),
            Tags =
            [
                .. (Meta(document, "keywords") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            ],
            Problems =
                written is null || date is not null
                    ? []
                    :
                    [
                        new Problem(
                            path,
                            null,
                            $"\"{written}\" in its head isn’t a valid date. Write it as year-month-day, such as 2025-09-04."
                        ),
                    ],
        };
    }

    /// <summary>Returns the title. Sites add their name to it, so a heading that is part of the title replaces it.</summary>
    private static string? Title(IHtmlDocument document)
    {
        var title = Folded(document.Title);
        var heading = Folded(document.QuerySelector("h1")?.TextContent);
        return title is null || (heading is not null && title.Contains(heading, StringComparison.OrdinalIgnoreCase)) ? heading : title;
    }

    private static string? Address(IHtmlDocument document) =>
        document.Head?.QuerySelector("link[rel=canonical]")?.GetAttribute("href") is { } address
        && Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
            ? address
            : null;

    private static string? Meta(IHtmlDocument document, params string[] names) =>
        names
            .Select(name =>
                document.All.FirstOrDefault(element =>
                    element.LocalName == "meta"
                    && name.Equals(element.GetAttribute("name") ?? element.GetAttribute("property"), StringComparison.OrdinalIgnoreCase)
                )
            )
            .Select(meta => Folded(meta?.GetAttribute("content")))
            .FirstOrDefault(content => content is not null);

    private static string? Folded(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
