using System.Text.RegularExpressions;

namespace BriefBot.Service.Knowledge.MarkdownFiles;

/// <summary>
/// Rewrites footnotes for the parser, which knows only those at the beginning of a line. One in a list or box becomes a paragraph there
/// without its mark.
/// </summary>
internal sealed partial class NestedFootnotes
{
    /// <summary>Maximum indentation outside of lists and boxes.</summary>
    private const int MostIndented = 3;

    private const int Step = MostIndented + 1;

    private readonly string[] _lines;
    private readonly HashSet<string> _nested = [];
    private readonly HashSet<string> _known = [];
    private readonly HashSet<int> _afterTerms = [];

    /// <summary>The indentation of the footnote whose lines are read, in characters; null outside of one.</summary>
    private int? _indent;

    /// <param name="lines">The lines of the file.</param>
    public NestedFootnotes(string[] lines)
    {
        _lines = lines;
        var (ends, isTerm) = (false, false);
        foreach (var (i, line) in lines.Index())
        {
            if (line.Contains("[^", StringComparison.Ordinal) && Definition().Match(line) is { Success: true } definition)
            {
                (IsNested(definition) || isTerm ? _nested : _known).Add(definition.Groups["id"].Value);
                _ = isTerm && _afterTerms.Add(i);
            }

            // The parser would take following text for a part of the definition list.
            isTerm = ends && !string.IsNullOrWhiteSpace(line) ? IsDescription(line) : isTerm || IsDescription(line);
            ends = string.IsNullOrWhiteSpace(line);
        }
    }

    /// <summary>Returns a line outside of code as it is to be read.</summary>
    public string Line(int i)
    {
        var line = _lines[i];
        if (line.Contains("[^", StringComparison.Ordinal))
        {
            var definition = Definition().Match(line);
            if (definition.Success)
            {
                var isNested = IsNested(definition) || _afterTerms.Contains(i);
                _indent = isNested ? definition.Groups["indent"].Length : null;
                line = isNested ? Indented(definition.Groups["text"].Value) : line.TrimStart();
            }

            return _nested.Count == 0 ? line : Reference().Replace(line, mark => IsUnknown(mark.Groups["id"].Value) ? "" : mark.Value);
        }

        if (_indent is not { } indent || string.IsNullOrWhiteSpace(line))
        {
            return line;
        }

        var isWithin = line.Length > indent && line.AsSpan(0, indent + 1).IsWhiteSpace();
        line = isWithin ? Indented(line) : line;
        _indent = isWithin ? indent : null;
        return line;
    }

    /// <summary>
    /// Returns the line indented like the construct around the footnote, in whole steps; the footnote itself may be indented by a few
    /// spaces more.
    /// </summary>
    private string Indented(string line) => new string(' ', (_indent ?? 0) / Step * Step) + line.TrimStart();

    private bool IsUnknown(string id) => _nested.Contains(id) && !_known.Contains(id);

    private static bool IsDescription(string line) => line is [':', ' ' or '\t', ..];

    private static bool IsNested(Match definition) =>
        definition.Groups["indent"] is { Length: > MostIndented } or { ValueSpan: ['\t', ..] };

    [GeneratedRegex(@"^(?<indent>[ \t]*)\[\^(?<id>[^\[\]\s]+)\]:[ \t]*(?<text>.*)$", RegexOptions.NonBacktracking)]
    private static partial Regex Definition();

    [GeneratedRegex(@"\[\^(?<id>[^\[\]\s]+)\]", RegexOptions.NonBacktracking)]
    private static partial Regex Reference();
}
