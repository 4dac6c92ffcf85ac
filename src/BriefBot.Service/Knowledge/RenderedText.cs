using System.Text;
using BriefBot.Knowledge;

namespace BriefBot.Service.Knowledge;

/// <summary>Gathers the text of a block as it reads, white space folded, and the line on which each part stands.</summary>
internal sealed class RenderedText
{
    private readonly StringBuilder _text = new();
    private readonly List<LineStart> _lines = [];
    private bool _spacePending;

    /// <summary>Adds text that stands on one 1-based line of the file.</summary>
    public void Add(ReadOnlySpan<char> text, int line)
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

            if (_lines.Count == 0 || _lines[^1].Line < line)
            {
                _lines.Add(new LineStart(_text.Length, line));
            }

            _text.Append(character);
        }
    }

    /// <summary>The block, or null when no text was added.</summary>
    public TextBlock? ToBlock(BlockKind kind) => _text.Length == 0 ? null : new TextBlock { Text = _text.ToString(), Kind = kind, Lines = [.. _lines] };
}
