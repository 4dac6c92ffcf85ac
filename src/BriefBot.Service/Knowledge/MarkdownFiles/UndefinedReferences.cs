using System.Text.RegularExpressions;

namespace BriefBot.Service.Knowledge.MarkdownFiles;

/// <summary>
/// Links to labels that the file does not define, as those that a documentation tool defines elsewhere: their text stays, their label goes.
/// </summary>
internal sealed partial class UndefinedReferences
{
    private readonly HashSet<string> _labels = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="lines">The lines of the file.</param>
    public UndefinedReferences(IEnumerable<string> lines) =>
        _labels.UnionWith(
            lines
                .Where(line => line.AsSpan().TrimStart() is ['[' or '>', ..] && line.Contains("]:", StringComparison.Ordinal))
                .Select(line => Definition().Match(line))
                .Where(match => match.Success)
                .Select(match => match.Groups["label"].Value)
        );

    /// <summary>Returns a line without such labels. Code between backticks stays as it is.</summary>
    public string Remove(string line)
    {
        if (!line.Contains("][", StringComparison.Ordinal))
        {
            return line;
        }

        var code = InlineMarks.CodeSpans(line).ToArray();
        return Reference()
            .Replace(
                line,
                link =>
                    IsReference(link.Groups["text"].Value, link.Groups["label"].Value)
                    && !code.Any(span => span.Start < link.Index && link.Index < span.End)
                        ? link.Groups["before"].Value + link.Groups["text"].Value
                        : link.Value
            );
    }

    /// <summary>Returns whether a label is the text itself, or a name as no text is.</summary>
    private bool IsReference(string text, string label) =>
        label.Length == 0
            ? !_labels.Contains(text)
            : !_labels.Contains(label) && (text.Equals(label, StringComparison.OrdinalIgnoreCase) || Name().IsMatch(label));

    [GeneratedRegex(@"^[\w-]+(?:[._/:#-][\w-]+)+$", RegexOptions.NonBacktracking)]
    private static partial Regex Name();

    [GeneratedRegex(@"^[ \t]*(?:>[ \t]*)*\[(?<label>[^\[\]]+)\]:", RegexOptions.NonBacktracking)]
    private static partial Regex Definition();

    [GeneratedRegex(@"(?<before>^|[^\w\])!\\])\[(?<text>[^\[\]^@]+)\]\[(?<label>[A-Za-z][^\[\]]*|)\]", RegexOptions.NonBacktracking)]
    private static partial Regex Reference();
}
