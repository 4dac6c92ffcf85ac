using BriefBot.Knowledge;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Service.Knowledge;

/// <summary>Gathers headings and blocks in reading order: each heading begins a section, under those of lower levels that are open.</summary>
internal sealed class SectionBuilder
{
    /// <summary>No heading of a file has a lower level; those of boxes have.</summary>
    private const int LowestHeading = 7;

    private readonly List<(int Level, string Text)> _trail = [];
    private readonly List<(IReadOnlyList<string> Trail, List<TextBlock> Blocks, string? Box)> _sections = [([], [], null)];

    /// <summary>The number of each item that is open, the innermost on top; 0 where its list has none.</summary>
    private readonly Stack<int> _items = new();
    private bool _beginsItem;

    /// <summary>The number that the next paragraph has after each inner section that is open.</summary>
    private readonly Stack<int> _paragraphs = new();

    /// <summary>The title of the box around each box that is open.</summary>
    private readonly Stack<string?> _boxes = new();

    /// <summary>The first heading of the first level, or null.</summary>
    public string? FirstHeading { get; private set; }

    /// <summary>The 1-based number under its heading that the next paragraph has.</summary>
    public int NextParagraph { get; private set; } = 1;

    /// <summary>The sections; a heading that only repeats the title is no part of a trail.</summary>
    public IEnumerable<Section> Under(string title) => _sections.Select(section => new Section(
        [.. section.Trail.Where((heading, i) => i > 0 || !string.Equals(heading, title, StringComparison.OrdinalIgnoreCase))], section.Blocks, section.Box));

    /// <summary>The headings under which nothing stands, nor under those below them; only the outermost of each.</summary>
    public IEnumerable<string> WithoutText
    {
        get
        {
            var hasText = _sections
                .Where(section => section.Blocks.Count > 0)
                .SelectMany(section => Enumerable.Range(0, section.Trail.Count + 1).Select(length => Key(section.Trail, length)))
                .Append("")
                .ToHashSet(StringComparer.Ordinal);
            return _sections
                .Where(section => section.Trail.Count > 0 && !hasText.Contains(Key(section.Trail, section.Trail.Count))
                    && hasText.Contains(Key(section.Trail, section.Trail.Count - 1)))
                .Select(section => section.Trail[^1]);

            static string Key(IReadOnlyList<string> trail, int length) => string.Join('\n', trail.Take(length));
        }
    }

    /// <summary>Begins a section under the open headings of a lower level than this one's.</summary>
    public void Open(int level, string heading)
    {
        heading = ShortText.Of(heading, ArticleParts.LongestTitle);
        FirstHeading ??= level == 1 ? heading : null;
        _trail.RemoveAll(above => above.Level >= level);
        _trail.Add((level, heading));
        _sections.Add(([.. _trail.Select(above => above.Text)], [], null));
        NextParagraph = 1;
    }

    /// <summary>Begins a section below all open headings, as of a box with a title, until <see cref="CloseInner"/>.</summary>
    /// <returns>Whether the title is one; else nothing was begun.</returns>
    public bool OpenInner(string title)
    {
        if (string.IsNullOrWhiteSpace(title))
        {
            return false;
        }

        _paragraphs.Push(NextParagraph);
        Open(Math.Max(_trail.Count == 0 ? 0 : _trail[^1].Level, LowestHeading) + 1, title);
        return true;
    }

    /// <summary>Begins a box with a title, as of a note, under the open headings, until <see cref="CloseBox"/>: its title is searched like a heading, and is none.</summary>
    /// <returns>Whether the title is one; else nothing was begun.</returns>
    public bool OpenBox(string title)
    {
        if (string.IsNullOrWhiteSpace(title))
        {
            return false;
        }

        var trail = _sections[^1].Trail;
        _boxes.Push(_sections[^1].Box);
        _sections.Add((trail, [], ShortText.Of(title, ArticleParts.LongestTitle)));
        return true;
    }

    /// <summary>Ends the box that began last; what follows stands where that box stands.</summary>
    public void CloseBox() => _sections.Add((_sections[^1].Trail, [], _boxes.Pop()));

    /// <summary>Ends the section that <see cref="OpenInner"/> began last; what follows stands under the headings from before.</summary>
    public void CloseInner()
    {
        var inner = _trail.FindLastIndex(above => above.Level > LowestHeading);
        if (inner >= 0)
        {
            _trail.RemoveRange(inner, _trail.Count - inner);
            _sections.Add(([.. _trail.Select(above => above.Text)], [], null));
            NextParagraph = _paragraphs.TryPop(out var next) ? next : 1;
        }
    }

    /// <summary>Begins an item of a list, within the item that is open: the blocks added until <see cref="EndItem"/> are its.</summary>
    /// <param name="number">Its number; 0 where the list has none.</param>
    public void BeginItem(int number)
    {
        _items.Push(number);
        _beginsItem = true;
    }

    /// <summary>Begins an item of a list without numbers, after the one that is open, if any is.</summary>
    public void NextItem(bool isOpen)
    {
        if (isOpen)
        {
            EndItem();
        }

        BeginItem(number: 0);
    }

    /// <summary>Ends the item that began last.</summary>
    public void EndItem()
    {
        _items.Pop();
        _beginsItem = false;
    }

    public void Add(TextBlock? block)
    {
        if (block is not null)
        {
            _sections[^1].Blocks.Add(_items.Count == 0 ? block : block with { Depth = _items.Count, BeginsItem = _beginsItem, Number = _items.Peek() });
            _beginsItem = false;
            NextParagraph = block.Places[^1].Number + 1;
        }
    }
}
