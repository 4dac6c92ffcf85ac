using System.Text;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Service.Knowledge;

/// <summary>Gathers the text of a block as it reads, white space folded, and the place at which each part stands.</summary>
internal sealed class RenderedText
{
    private readonly StringBuilder _text = new();
    private readonly List<PlaceStart> _places = [];
    private bool _spacePending;

    /// <summary>Adds text that stands at one 1-based line, page or paragraph of the file.</summary>
    public void Add(ReadOnlySpan<char> text, int place)
    {
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character))
            {
                _spacePending = _text.Length > 0;
                continue;
            }

            if (_spacePending)
            {
                _text.Append(' ');
                _spacePending = false;
            }

            if (_places.Count == 0 || _places[^1].Number < place)
            {
                _places.Add(new PlaceStart(_text.Length, place));
            }

            _text.Append(character);
        }
    }

    /// <summary>The block, or null when no text was added.</summary>
    public TextBlock? ToBlock(BlockKind kind) => _text.Length == 0 ? null : new TextBlock { Text = _text.ToString(), Kind = kind, Places = [.. _places] };
}
