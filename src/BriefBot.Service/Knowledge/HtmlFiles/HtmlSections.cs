using System.Collections.Frozen;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Service.Knowledge.HtmlFiles;

/// <summary>Walks an HTML document: headings make sections, what a browser begins on a line of its own their blocks.</summary>
internal sealed class HtmlSections
{
    private static readonly FrozenSet<string> NotRead = (
        "head script style noscript template nav footer aside iframe object svg math audio video canvas button select textarea input datalist dialog").Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Blocks = (
        "html body main article section header address blockquote center details summary div dl dt dd fieldset figcaption figure form h1 h2 h3 h4 h5 h6 hgroup "
            + "hr legend li menu ol p pre search table ul "
        + "caption thead tbody tfoot tr td th").Split(' ').ToFrozenSet();

    private RenderedText _text = new();

    private readonly IHtmlDocument _document;
    private readonly ItemNumbers _numbers = new();

    public HtmlSections(IHtmlDocument document)
    {
        _document = document;
        if (document.Body is { } body)
        {
            Walk(body, BlockKind.Prose);
        }

        EndBlock(BlockKind.Prose);
        foreach (var comment in document.Descendants<IComment>())
        {
            Unseen.AddNotRead(comment.Data);
        }

        IElement? unseen = null;
        foreach (var element in document.QuerySelectorAll("[style]"))
        {
            // What stands within another that is not seen is a part of its text.
            unseen = unseen?.Contains(element) != true && AddUnseen(element) ? element : unseen;
        }
    }

    public SectionBuilder Sections { get; } = new();

    /// <summary>Comments, hidden elements, and text that is read though nobody sees it.</summary>
    public UnseenText Unseen { get; } = new();

    public IEnumerable<ArticleLink> Links =>
        _document.QuerySelectorAll("a[href], img[src]").Select(element => new ArticleLink(element.GetAttribute("href") ?? element.GetAttribute("src") ?? "", null));

    /// <summary>Whether nobody sees it.</summary>
    private bool AddUnseen(IElement element)
    {
        var style = element.GetAttribute("style") ?? "";
        if (HtmlStyle.IsHidden(style))
        {
            Unseen.AddNotRead(element.TextContent);
            return true;
        }

        var isFaint = HtmlStyle.IsFaint(style) && !style.Contains("background", StringComparison.OrdinalIgnoreCase);
        if (isFaint)
        {
            Unseen.AddRead(element.TextContent);
        }

        return isFaint;
    }

    private void Walk(INode parent, BlockKind kind)
    {
        foreach (var node in parent.ChildNodes)
        {
            switch (node)
            {
                case IText text:
                    Add(text.Data);
                    break;
                case IElement element when IsRead(element):
                    Walk(element, kind);
                    break;
            }
        }
    }

    private void Walk(IElement element, BlockKind kind)
    {
        if (!Blocks.Contains(element.LocalName))
        {
            AddInline(element, kind);
            return;
        }

        EndBlock(kind);
        switch (element.LocalName)
        {
            case ['h', >= '1' and <= '6' and var level]:
                Open(level - '0', element);
                break;
            case "pre":
                AddCode(element.TextContent);
                break;
            case "table" when !IsLayout(element):
                AddRows(element);
                break;
            case "li":
                Sections.BeginItem(_numbers.Next(element));
                Walk((INode)element, BlockKind.ListItem);
                EndBlock(BlockKind.ListItem);
                Sections.EndItem();
                break;
            case "dl":
                WalkTerms(element);
                break;
            default:
                Walk((INode)element, kind);
                EndBlock(kind);
                break;
        }
    }

    /// <summary>A term and its descriptions are an item of a list; they may stand in pairs within elements of their own.</summary>
    private void WalkTerms(IElement list)
    {
        var isOpen = false;
        foreach (var part in list.QuerySelectorAll("dt, dd").Where(part => part.Closest("dl") == list && IsRead(part)))
        {
            if (part.LocalName == "dt" || !isOpen)
            {
                Sections.NextItem(isOpen);
                isOpen = true;
            }

            Walk((INode)part, BlockKind.ListItem);
            EndBlock(BlockKind.ListItem);
        }

        if (isOpen)
        {
            Sections.EndItem();
        }
    }

    /// <summary>A page's header is no part of the article; that of a part of the page is.</summary>
    private static bool IsRead(IElement element) =>
        !NotRead.Contains(element.LocalName)
        && !element.HasAttribute("hidden")
        && element.GetAttribute("aria-hidden") != "true"
        && !(element.GetAttribute("style") is { } style && HtmlStyle.IsHidden(style))
        && !(element.LocalName == "header" && element.Closest("main, article, section") is null);

    private void AddInline(IElement element, BlockKind kind)
    {
        switch (element.LocalName)
        {
            case "br":
                Add(" ");
                break;
            case "img":
                Add(element.GetAttribute("alt"));
                break;
            default:
                Walk((INode)element, kind);
                break;
        }
    }

    private void Add(string? text) => _text.Add(text, Sections.NextParagraph);

    private void EndBlock(BlockKind kind)
    {
        Sections.Add(_text.ToBlock(kind));
        _text = new RenderedText();
    }

    private void Open(int level, IElement heading)
    {
        AddWhole(heading);
        if (_text.ToBlock(BlockKind.Prose) is { } title)
        {
            Sections.Open(level, title.Text);
        }

        _text = new RenderedText();
    }

    /// <summary>A table that holds another or headings only puts things beside each other.</summary>
    private static bool IsLayout(IElement table) => table.GetAttribute("role") == "presentation" || table.QuerySelector("table, h1, h2, h3, h4, h5, h6") is not null;

    private void AddRows(IElement table)
    {
        if (table.QuerySelector("caption") is { } caption && IsRead(caption))
        {
            AddWhole(caption);
            EndBlock(BlockKind.Prose);
        }

        foreach (var row in table.QuerySelectorAll("tr").Where(IsRead))
        {
            foreach (var (i, cell) in row.Children.Where(cell => cell.LocalName is "td" or "th" && IsRead(cell)).Index())
            {
                Add(i > 0 ? " | " : "");
                AddWhole(cell);
            }

            EndBlock(IsHeader(row) ? BlockKind.TableHeader : BlockKind.TableRow);
        }
    }

    private static bool IsHeader(IElement row) => row.ParentElement?.LocalName == "thead" || (row.Children.Length > 0 && row.Children.All(cell => cell.LocalName == "th"));

    /// <summary>Adds all text within as one block; what begins on a line of its own is at least a word of its own.</summary>
    private void AddWhole(INode parent)
    {
        foreach (var node in parent.ChildNodes)
        {
            switch (node)
            {
                case IText text:
                    Add(text.Data);
                    break;
                case IElement element when IsRead(element):
                    var apart = element.LocalName is "br" || Blocks.Contains(element.LocalName) ? " " : "";
                    Add(apart + (element.LocalName == "img" ? element.GetAttribute("alt") : ""));
                    AddWhole(element);
                    Add(apart);
                    break;
            }
        }
    }

    /// <summary>Code keeps its line breaks; lines of nothing but white space at either end are left out.</summary>
    private void AddCode(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()).SkipWhile(line => line.Length == 0);
        var code = string.Join('\n', lines).TrimEnd();
        Sections.Add(code.Length == 0 ? null : new TextBlock { Text = code, Kind = BlockKind.Code, Places = [new PlaceStart(0, Sections.NextParagraph)] });
    }
}
