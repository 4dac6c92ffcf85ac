using BriefBot.Knowledge;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Service.Knowledge;

/// <summary>
/// Gathers headings and blocks in reading order: each heading begins a section, under those of lower levels that are open.
/// </summary>
internal sealed class SectionBuilder
{
    /// <summary>No heading of a file has a lower level; those of boxes have.</summary>
    private const int LowestHeading = 7;

    private readonly List<(int Level, string Text)> _trail = [];
    private readonly List<(IReadOnlyList<string> Trail, List<TextBlock> Blocks, string? Box, int? Line)> _sections = [([], [], null, null)];

    /// <summary>The number of each item that is open, the innermost on top; 0 where its list has none.</summary>
    private readonly Stack<int> _items = new();
    private bool _beginsItem;

    /// <summary>The open headings at the start of each open inner section or box.</summary>
    private readonly Stack<Around> _around = new();

    /// <summary>Indicates whether there is neither a heading nor a block.</summary>
    public bool IsEmpty => _sections.All(section => section.Trail.Count == 0 && section.Blocks.Count == 0);

    /// <summary>The first heading of the first level, or null.</summary>
    public string? FirstHeading { get; private set; }

    /// <summary>The 1-based number under its heading that the next paragraph has.</summary>
    public int NextParagraph { get; private set; } = 1;

    /// <summary>The sections; a heading that only repeats the title is no part of a trail.</summary>
    public IEnumerable<Section> Under(string title) =>
        _sections.Select(section => new Section(
            [.. section.Trail.Where((heading, i) => i > 0 || !string.Equals(heading, title, StringComparison.OrdinalIgnoreCase))],
            section.Blocks,
            section.Box
        ));

    /// <summary>The outermost headings without text below them, with the 1-based line where it is known.</summary>
    public IEnumerable<(string Text, int? Line)> WithoutText
    {
        get
        {
            var hasText = _sections
                .Where(section => section.Blocks.Count > 0)
                .SelectMany(section => Enumerable.Range(0, section.Trail.Count + 1).Select(length => Key(section.Trail, length)))
                .Append("")
                .ToHashSet(StringComparer.Ordinal);
            return _sections
                .Where(section =>
                    section.Trail.Count > 0
                    && !hasText.Contains(Key(section.Trail, section.Trail.Count))
                    && hasText.Contains(Key(section.Trail, section.Trail.Count - 1))
                )
                .Select(section => (section.Trail[^1], section.Line));

            static string Key(IReadOnlyList<string> trail, int length) => string.Join('\n', trail.Take(length));
        }
    }

    /// <summary>Begins a section under the open headings of a lower level than this one's.</summary>
    public void Open(int level, string heading, int? line = null)
    {
        heading = ShortText.Shorten(heading, ArticleParts.LongestTitle);
        FirstHeading ??= level == 1 ? heading : null;
        var kept = _around.TryPeek(out var around) ? around.Kept : 0;
        var end = _trail.FindIndex(Math.Min(kept, _trail.Count), above => above.Level >= level);
        _trail.RemoveRange(end < 0 ? _trail.Count : end, end < 0 ? 0 : _trail.Count - end);
        _trail.Add((level, heading));
        _sections.Add(([.. _trail.Select(above => above.Text)], [], null, line));
        NextParagraph = 1;
    }

    /// <summary>Number of open inner sections and boxes.</summary>
    public int OpenCount => _around.Count;

    /// <summary>
    /// Begins a section below all open headings, such as a tab or a collapsible box, until <see cref="Close"/>. Without a title its text
    /// belongs to the section around it.
    /// </summary>
    /// <param name="title">Its title, or null.</param>
    /// <param name="holdsHeadings">
    /// Whether headings of any level stay below it until it ends; otherwise one of a higher level ends it.
    /// </param>
    public void OpenInner(TextBlock? title, bool holdsHeadings = true)
    {
        var around = new Around([.. _trail], _sections[^1].Box, NextParagraph, _sections.Count, title);
        if (title is not null)
        {
            Open(Math.Max(_trail.Count == 0 ? 0 : _trail[^1].Level, LowestHeading) + 1, title.Text);
        }

        _around.Push(around with { Kept = holdsHeadings ? _trail.Count : 0 });
    }

    /// <summary>
    /// Begins a box, as of a note, under the open headings, until <see cref="Close"/>: its title is searched like a heading, and is none.
    /// </summary>
    public void OpenBox(TextBlock? title)
    {
        _around.Push(new Around([.. _trail], _sections[^1].Box, NextParagraph, _sections.Count, title) { Kept = _trail.Count });
        if (title is not null)
        {
            _sections.Add((_sections[^1].Trail, [], ShortText.Shorten(title.Text, ArticleParts.LongestTitle), null));
        }
    }

    /// <summary>
    /// Ends the innermost section or box; following text continues the section around it. A title with nothing below it becomes text.
    /// </summary>
    public void Close()
    {
        if (!_around.TryPop(out var around) || _sections.Count == around.Section)
        {
            return;
        }

        var isEmpty = _sections.Skip(around.Section).All(section => section.Blocks.Count == 0);
        _trail.Clear();
        _trail.AddRange(around.Trail);
        _sections.Add(([.. _trail.Select(above => above.Text)], [], around.Box, null));
        NextParagraph = around.NextParagraph;
        if (isEmpty)
        {
            _sections.RemoveRange(around.Section, _sections.Count - 1 - around.Section);
            Add(around.Title);
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
            _sections[^1]
                .Blocks.Add(
                    _items.Count == 0 ? block : block with { Depth = _items.Count, BeginsItem = _beginsItem, Number = _items.Peek() }
                );
            _beginsItem = false;
            NextParagraph = block.Places[^1].Number + 1;
        }
    }

    /// <param name="Trail">The open headings.</param>
    /// <param name="Box">The title of the box, or null.</param>
    /// <param name="NextParagraph">The number that the next paragraph has.</param>
    /// <param name="Section">Number of sections at that point.</param>
    /// <param name="Title">The title, or null.</param>
    private sealed record Around(
        IReadOnlyList<(int Level, string Text)> Trail,
        string? Box,
        int NextParagraph,
        int Section,
        TextBlock? Title
    )
    {
        /// <summary>Number of outer headings that headings within can't end.</summary>
        public int Kept { get; init; }
    }
}
