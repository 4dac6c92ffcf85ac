using System.Text.RegularExpressions;

namespace BriefBot.Service.Knowledge.MarkdownFiles;

/// <summary>
/// Writes footnotes so that the parser takes them: it knows those at the beginning of a line alone. One that stands in a list or box becomes a paragraph there, and its mark goes.
/// </summary>
internal sealed partial class NestedFootnotes
{
    /// <summary>What is indented by more stands within something.</summary>
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

            // The parser takes what follows a list of terms for a part of it.
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

    /// <summary>What a footnote stands in is indented by whole steps, the footnote perhaps by a few spaces more.</summary>
    private string Indented(string line) => new string(' ', (_indent ?? 0) / Step * Step) + line.TrimStart();

    private bool IsUnknown(string id) => _nested.Contains(id) && !_known.Contains(id);

    private static bool IsDescription(string line) => line is [':', ' ' or '\t', ..];

    private static bool IsNested(Match definition) => definition.Groups["indent"] is { Length: > MostIndented } or { ValueSpan: ['\t', ..] };

    [GeneratedRegex(@"^(?<indent>[ \t]*)\[\^(?<id>[^\[\]\s]+)\]:[ \t]*(?<text>.*)$", RegexOptions.NonBacktracking)]
    private static partial Regex Definition();

    [GeneratedRegex(@"\[\^(?<id>[^\[\]\s]+)\]", RegexOptions.NonBacktracking)]
    private static partial Regex Reference();
}
