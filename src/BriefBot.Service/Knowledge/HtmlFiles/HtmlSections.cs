using System.Collections.Frozen;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Service.Knowledge.HtmlFiles;

/// <summary>Walks an HTML document: headings begin sections, and elements on lines of their own begin blocks.</summary>
internal sealed class HtmlSections
{
    private static readonly FrozenSet<string> NotRead = (
        "head script style noscript template nav footer aside iframe object svg math audio video canvas button select textarea input datalist dialog"
    )
        .Split(' ')
        .ToFrozenSet();

    private static readonly FrozenSet<string> Blocks = (
        "html body main article section header address blockquote center details summary div dl dt dd fieldset figcaption figure form h1 h2 h3 h4 h5 h6 hgroup "
        + "hr legend li menu ol p pre search table ul "
        + "caption thead tbody tfoot tr td th"
    )
        .Split(' ')
        .ToFrozenSet();

    private readonly HtmlBlocks _blocks;
    private readonly ItemNumbers _numbers = new();
    private readonly HashSet<IElement> _hidden = [];
    private readonly bool _closesDetails;

    /// <summary>Reads a whole document.</summary>
    public HtmlSections(IHtmlDocument document)
        : this(new SectionBuilder(), new UnseenText(), null, closesDetails: true)
    {
        _hidden = HiddenElements.Find(document);
        Links =
        [
            .. document
                .QuerySelectorAll("a[href], img[src]")
                .Select(element => new ArticleLink(element.GetAttribute("href") ?? element.GetAttribute("src") ?? "", null)),
        ];
        if (document.Body is { } body)
        {
            Add(body, BlockKind.Prose);
        }

        UnseenElements.Add(document, Unseen);
    }

    /// <summary>Reads pieces of HTML into the sections of another file.</summary>
    /// <param name="sections">Receives the blocks.</param>
    /// <param name="unseen">Receives text that is not shown.</param>
    /// <param name="lines">Tells the lines of words; null where places are paragraphs.</param>
    /// <param name="closesDetails">Whether an element <c>details</c> ends with the piece.</param>
    public HtmlSections(SectionBuilder sections, UnseenText unseen, SourceLines? lines, bool closesDetails) =>
        (Sections, Unseen, _blocks, _closesDetails) = (sections, unseen, new HtmlBlocks(sections, lines), closesDetails);

    public SectionBuilder Sections { get; }

    /// <summary>Comments, hidden and struck-out elements, and text that is read although it is invisible.</summary>
    public UnseenText Unseen { get; }

    /// <summary>Targets of the document's links and pictures.</summary>
    public IEnumerable<ArticleLink> Links { get; } = [];

    /// <summary>Adds the blocks within an element.</summary>
    public void Add(IElement body, BlockKind kind)
    {
        Walk((INode)body, kind);
        _blocks.End(kind);
        foreach (var comment in body.Descendants<IComment>())
        {
            Unseen.AddNotRead(comment.Data);
        }
    }

    private void Walk(INode parent, BlockKind kind)
    {
        foreach (var node in parent.ChildNodes)
        {
            switch (node)
            {
                case IText text:
                    _blocks.Add(text.Data);
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

        _blocks.End(kind);
        switch (element.LocalName)
        {
            case ['h', >= '1' and <= '6' and var level]:
                Open(level - '0', element);
                break;
            case "pre":
                _blocks.AddCode(element.TextContent);
                break;
            case "table" when !HtmlTables.IsLayout(element):
                AddRows(element);
                break;
            case "li":
                Sections.BeginItem(_numbers.Next(element));
                Walk((INode)element, BlockKind.ListItem);
                _blocks.End(BlockKind.ListItem);
                Sections.EndItem();
                break;
            case "dl":
                WalkTerms(element);
                break;
            case "details":
                var before = Sections.OpenCount;
                Walk((INode)element, kind);
                _blocks.End(kind);
                while (_closesDetails && Sections.OpenCount > before)
                {
                    Sections.Close();
                }

                break;
            case "summary" when !_closesDetails || element.ParentElement?.LocalName == "details":
                AddWhole(element);
                Sections.OpenInner(_blocks.Take(kind), holdsHeadings: _closesDetails);
                break;
            default:
                Walk((INode)element, kind);
                _blocks.End(kind);
                break;
        }
    }

    /// <summary>Adds terms with their descriptions as list items; they may be grouped in elements of their own.</summary>
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
            _blocks.End(BlockKind.ListItem);
        }

        if (isOpen)
        {
            Sections.EndItem();
        }
    }

    /// <summary>A page's header is no part of the article; that of a part of the page is.</summary>
    private bool IsRead(IElement element) =>
        !NotRead.Contains(element.LocalName)
        && !_hidden.Contains(element)
        && !element.HasAttribute("hidden")
        && element.GetAttribute("aria-hidden") != "true"
        && !(element.GetAttribute("style") is { } style && HtmlStyle.IsHidden(style))
        && !(element.LocalName == "header" && element.Closest("main, article, section") is null);

    private void AddInline(IElement element, BlockKind kind)
    {
        switch (element.LocalName)
        {
            case "br":
                _blocks.Add(" ");
                break;
            case "img":
                AddImage(element);
                break;
            case "sup" or "sub":
                _blocks.Add(element.LocalName == "sup" ? RaisedText.Raise(element.TextContent) : RaisedText.Lower(element.TextContent));
                break;
            case "s" or "del" or "strike":
                Unseen.AddStruckOut(element.TextContent);
                break;
            case "a":
                var start = _blocks.Length;
                Walk((INode)element, kind);
                _blocks.AddLink(start, element.GetAttribute("href"));
                break;
            default:
                Walk((INode)element, kind);
                break;
        }
    }

    /// <summary>Adds an image's description as text where no text stands beside it and it is more than a name.</summary>
    private void AddImage(IElement image)
    {
        var said = image.GetAttribute("alt") ?? "";
        if (
            said.Count(char.IsWhiteSpace) > 1
            && (image.ParentElement is not { } parent || string.IsNullOrWhiteSpace(parent.TextContent) || Blocks.Contains(parent.LocalName))
        )
        {
            _blocks.Add(said);
        }
    }

    private void Open(int level, IElement heading)
    {
        AddWhole(heading);
        if (_blocks.Take(BlockKind.Prose) is { } title)
        {
            Sections.Open(level, title.Text);
        }
    }

    private void AddRows(IElement table)
    {
        if (table.QuerySelector("caption") is { } caption && IsRead(caption))
        {
            AddWhole(caption);
            _blocks.End(BlockKind.Prose);
        }

        foreach (var row in table.QuerySelectorAll("tr").Where(IsRead))
        {
            foreach (var (i, cell) in row.Children.Where(cell => cell.LocalName is "td" or "th" && IsRead(cell)).Index())
            {
                _blocks.AddCell(i);
                AddWhole(cell);
            }

            _blocks.End(HtmlTables.IsHeader(row) ? BlockKind.TableHeader : BlockKind.TableRow);
        }
    }

    /// <summary>Adds all text within as one block; elements on lines of their own are separated by a space.</summary>
    private void AddWhole(INode parent)
    {
        foreach (var node in parent.ChildNodes)
        {
            switch (node)
            {
                case IText text:
                    _blocks.Add(text.Data);
                    break;
                case IElement { LocalName: "sup" or "sub" or "s" or "del" or "strike" or "img" or "a" } element when IsRead(element):
                    AddInline(element, BlockKind.Prose);
                    break;
                case IElement element when IsRead(element):
                    var apart = element.LocalName is "br" || Blocks.Contains(element.LocalName) ? " " : "";
                    _blocks.Add(apart);
                    AddWhole(element);
                    _blocks.Add(apart);
                    break;
            }
        }
    }
}
