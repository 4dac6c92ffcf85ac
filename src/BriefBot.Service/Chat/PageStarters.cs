using BriefBot.Chat;
using BriefBot.Knowledge;
using Microsoft.Extensions.Options;

namespace BriefBot.Service.Chat;

/// <summary>The questions that the page suggests to begin with. Safe for concurrent use.</summary>
internal sealed class PageStarters(IOptions<PageOptions> options, KnowledgeCatalog catalog, QuestionSuggestions suggestions)
{
    private const int Most = 5;

    /// <summary>Questions on the articles that BriefBot comes with, each shown while its article is in the folder.</summary>
    private static readonly (string Path, string Question)[] Shipped =
    [
        ("about-briefbot.md", "What is BriefBot?"),
        ("beijing-meetings-2025-09.md", "Which leaders met in Beijing?"),
        ("beijing-meetings-2025-09.md", "How high are the tariffs on India?"),
    ];

    /// <summary>Returns the operator's, else those on BriefBot's own articles, else titles and headings of the folder.</summary>
    public IReadOnlyList<string> Find()
    {
        if (options.Value.Starters.Count > 0)
        {
            return [.. options.Value.Starters];
        }

        var paths = catalog.Documents.Where(document => document.PassageCount > 0).Select(document => document.Path).ToHashSet();
        string[] shipped = [.. Shipped.Where(one => paths.Contains(one.Path)).Select(one => one.Question)];
        return shipped.Length > 0 ? shipped : suggestions.Find("", Most);
    }
}
