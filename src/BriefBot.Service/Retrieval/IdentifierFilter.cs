using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace BriefBot.Service.Retrieval;

/// <summary>
/// Adds the parts of identifiers at the same position: "Parser.readNext_line" is also "readNext_line", "Parser", "read", "Next" and "line".
/// Runs before lower-casing, which would hide camel case.
/// </summary>
/// <remarks>Numbers, acronyms and words with an apostrophe have no parts.</remarks>
internal sealed class IdentifierFilter : TokenFilter
{
    /// <summary>Maximum length of an identifier.</summary>
    private const int MaxLength = 100;

    private readonly ICharTermAttribute _term;
    private readonly IOffsetAttribute _offset;
    private readonly IPositionIncrementAttribute _increment;
    private readonly Queue<(string Text, int Start)> _parts = new();
    private AttributeSource.State? _state;
    private int _start;

    public IdentifierFilter(TokenStream input)
        : base(input)
    {
        _term = AddAttribute<ICharTermAttribute>();
        _offset = AddAttribute<IOffsetAttribute>();
        _increment = AddAttribute<IPositionIncrementAttribute>();
    }

    public override bool IncrementToken()
    {
        if (_parts.TryDequeue(out var part))
        {
            RestoreState(_state);
            _term.SetEmpty().Append(part.Text);
            _offset.SetOffset(_start + part.Start, _start + part.Start + part.Text.Length);
            _increment.PositionIncrement = 0;
            return true;
        }

        if (!m_input.IncrementToken())
        {
            return false;
        }

        // An offset that does not match the text is that of a word which another filter has changed.
        if (_term.Length <= MaxLength && _offset.EndOffset - _offset.StartOffset == _term.Length)
        {
            AddParts(_term.ToString());
            (_state, _start) = (_parts.Count > 0 ? CaptureState() : null, _offset.StartOffset);
        }

        return true;
    }

    public override void Reset()
    {
        base.Reset();
        _parts.Clear();
    }

    private void AddParts(string word)
    {
        if (word.Contains('\'') || word.Contains('’') || !word.Any(char.IsLetter))
        {
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal) { word };
        foreach (var (component, start) in Pieces(word, (text, i) => text[i] is '.' or ':', keeps: false))
        {
            // "U.S." and "e.g." are no names of two parts.
            if (component.Length > 1)
            {
                AddPart(component, start, seen);
                foreach (var (words, from) in Pieces(component, (text, i) => text[i] == '_', keeps: false))
                {
                    AddPart(words, start + from, seen);
                    foreach (var (one, at) in Pieces(words, IsHump, keeps: true))
                    {
                        AddPart(one, start + from + at, seen);
                    }
                }
            }
        }
    }

    private void AddPart(string part, int start, HashSet<string> seen)
    {
        if (part.Length > 1 && seen.Add(part))
        {
            _parts.Enqueue((part, start));
        }
    }

    /// <summary>Returns whether a word of camel case begins here: "readNext" at N, "HTTPServer" at S, but not "APIs" at I.</summary>
    private static bool IsHump(string text, int i) =>
        i > 0
        && char.IsUpper(text[i])
        && (
            char.IsLower(text[i - 1])
            || (char.IsUpper(text[i - 1]) && i + 1 < text.Length && char.IsLower(text[i + 1]) && text[(i + 1)..] != "s")
        );

    /// <param name="text">The whole.</param>
    /// <param name="cuts">Whether it is cut at a character.</param>
    /// <param name="keeps">Whether that character begins the next part; otherwise it is dropped.</param>
    private static IEnumerable<(string Text, int Start)> Pieces(string text, Func<string, int, bool> cuts, bool keeps)
    {
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || cuts(text, i))
            {
                if (i > start)
                {
                    yield return (text[start..i], start);
                }

                start = keeps || i == text.Length ? i : i + 1;
            }
        }
    }
}
