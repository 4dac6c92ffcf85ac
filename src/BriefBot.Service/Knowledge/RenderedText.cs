using System.Text;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Service.Knowledge;

/// <summary>Builds the text of a block as it reads, with white space folded, the place of each part and the targets of its links.</summary>
internal sealed class RenderedText
{
    /// <summary>A longer address is not kept.</summary>
    private const int LongestAddress = 1_000;

    /// <summary>Says where a word may be broken, and is seen only where it is.</summary>
    private const char SoftHyphen = '\u00AD';

    private readonly StringBuilder _text = new();
    private readonly List<PlaceStart> _places = [];
    private readonly List<TextLink> _links = [];
    private bool _spacePending;

    /// <summary>Number of characters so far.</summary>
    public int Length => _text.Length;

    /// <summary>
    /// Indicates whether the text that is added belongs to a cell of a row. A bar between spaces in it gets a no-break space, so that it is
    /// not taken for the end of the cell.
    /// </summary>
    public bool IsInCell { get; set; }

    /// <summary>Begins a cell of a row.</summary>
    /// <param name="column">Its column, from 0.</param>
    /// <param name="place">Its 1-based line, page or paragraph.</param>
    public void AddCell(int column, int place)
    {
        IsInCell = false;
        Add(column > 0 ? " | " : "", place);
        IsInCell = true;
    }

    /// <summary>Adds text that stands on one 1-based line, page or paragraph of the file.</summary>
    public void Add(ReadOnlySpan<char> text, int place)
    {
        foreach (var character in text)
        {
            if (character == SoftHyphen)
            {
                continue;
            }

            if (char.IsWhiteSpace(character))
            {
                _spacePending = _text.Length > 0;
                continue;
            }

            if (_spacePending)
            {
                _text.Append(IsInCell && character == '|' && _text[^1] != '|' ? '\u00A0' : ' ');
                _spacePending = false;
            }

            if (_places.Count == 0 || _places[^1].Number < place)
            {
                _places.Add(new PlaceStart(_text.Length, place));
            }

            _text.Append(character);
        }
    }

    /// <summary>Makes the text added since a link, where its address leads to another site and is not the text itself.</summary>
    /// <param name="start">The length before the link's text was added.</param>
    /// <param name="url">The target of the link.</param>
    public void AddLink(int start, string? url)
    {
        start += start < _text.Length && _text[start] == ' ' ? 1 : 0;
        if (
            start < _text.Length
            && url is { Length: > 0 and <= LongestAddress }
            && !url.AsSpan().ContainsAnyInRange('\0', ' ')
            && Uri.TryCreate(url, UriKind.Absolute, out var uri)
            && uri.Scheme is "http" or "https"
            && _text.ToString(start, _text.Length - start) != url
        )
        {
            _links.Add(new TextLink(start, _text.Length - start, url));
        }
    }

    /// <summary>The block, or null when no text was added.</summary>
    public TextBlock? ToBlock(BlockKind kind) =>
        _text.Length == 0
            ? null
            : new TextBlock
            {
                Text = _text.ToString(),
                Kind = kind,
                Places = [.. _places],
                Links = [.. _links],
            };
}
