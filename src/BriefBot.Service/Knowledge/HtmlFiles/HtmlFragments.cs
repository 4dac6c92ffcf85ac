using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Service.Knowledge.HtmlFiles;

/// <summary>Reads the pieces of HTML in a Markdown file, whose elements may begin in one piece and end in another.</summary>
internal sealed partial class HtmlFragments(SectionBuilder sections, UnseenText unseen)
{
    /// <summary>A file whose pieces nest more elements is not read.</summary>
    private const int MaxNesting = 100;

    private readonly List<ArticleLink> _links = [];
    private int _open;

    /// <summary>Targets of the pieces' links and pictures.</summary>
    public IEnumerable<ArticleLink> Links => _links;

    /// <summary>Adds the blocks of a piece.</summary>
    /// <param name="html">The piece.</param>
    /// <param name="line">The 1-based line at which it begins.</param>
    /// <param name="kind">The kind of text outside of lists, tables and code.</param>
    /// <exception cref="InsufficientExecutionStackException">It nests too many elements.</exception>
    public void Add(string html, int line, BlockKind kind)
    {
        var (opened, closed) = (Opening().Count(html), Closing().Count(html));
        if (html.AsSpan().Trim().StartsWith("</") && opened == 0 && closed == 0)
        {
            return;
        }

        var nesting = new HtmlNesting(MaxNesting);
        var parser = new HtmlParser(new HtmlParserOptions { MaximumDepth = MaxNesting, OnToken = (token, _) => nesting.Count(token) });
        using var document = parser.ParseDocument("<body>" + html);
        if (document.Body is { } body)
        {
            var read = new HtmlSections(sections, unseen, new SourceLines(html, line), closesDetails: opened == closed);
            read.Add(body, kind);
            _links.AddRange(
                body.QuerySelectorAll("a[href], img[src]")
                    .Select(element => new ArticleLink(element.GetAttribute("href") ?? element.GetAttribute("src") ?? "", line))
            );
        }

        _open += opened == closed ? 0 : opened;
        for (; opened != closed && closed > 0 && _open > 0; closed--, _open--)
        {
            sections.Close();
        }
    }

    [GeneratedRegex(@"<summary\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Opening();

    [GeneratedRegex("</details", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Closing();
}
