using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace BriefBot.Tuning;

/// <summary>
/// A crude second reading of a Markdown file, to compare the reader's with: known marks are taken out line by line, and what remains are
/// the words that a person sees.
/// </summary>
internal sealed partial class PlainReading
{
    /// <summary>Marks between backticks are hidden from the patterns that take marks out.</summary>
    private static readonly (char Mark, char As)[] HiddenMarks =
    [
        ('<', '\uE000'),
        ('{', '\uE001'),
        ('[', '\uE002'),
        ('~', '\uE003'),
        (':', '\uE004'),
        ('&', '\uE005'),
    ];

    private readonly string[] _lines;
    private readonly string _escaped;

    public PlainReading(string source)
    {
        source = source.TrimStart('\uFEFF').ReplaceLineEndings("\n");
        _lines = source.Split('\n');
        var (text, code) = Split(source);
        CodeSpans = string.Join('\n', CodeSpan().Matches(text).Select(match => match.Groups["code"].Value));
        var (seen, within) = (Seen(CodeSpan().Replace(text, match => $" {Kept(match)} ")), Words(code));
        var escaped = _lines.Where(line => line.AsSpan().IndexOfAny('\\', '&') >= 0);
        _escaped = string.Join('\n', escaped.Select(line => WebUtility.HtmlDecode(line).Replace("\\", "", StringComparison.Ordinal)));
        Shown = [.. Words(HiddenMarks.Aggregate(seen, (all, mark) => all.Replace(mark.As, mark.Mark))), .. within];
    }

    /// <summary>The words that are seen, in order.</summary>
    public IReadOnlyList<string> Shown { get; }

    private string CodeSpans { get; }

    /// <summary>The words that stand from one line to another, both 1-based.</summary>
    public HashSet<string> Between(int first, int last)
    {
        var text = string.Join('\n', _lines[Math.Clamp(first - 1, 0, _lines.Length)..Math.Clamp(last, 0, _lines.Length)]);
        return [.. Words(text), .. Words(WebUtility.HtmlDecode(text))];
    }

    /// <summary>Whether a mark is written as text: between backticks or after a backslash.</summary>
    public bool IsText(string mark) =>
        CodeSpans.Contains(mark, StringComparison.Ordinal) || _escaped.Contains(mark, StringComparison.Ordinal);

    /// <summary>The words of a text: letters and digits, in lower case, raised and joined forms as plain ones.</summary>
    public static IEnumerable<string> Words(string text)
    {
        var plain = Emphasis()
            .Replace(text, "")
            .Replace("\u00AD", "", StringComparison.Ordinal)
            .Replace("\u200B", "", StringComparison.Ordinal);
        return Word().Matches(plain.Normalize(NormalizationForm.FormKC)).Select(match => match.Value.ToLowerInvariant());
    }

    private static string Kept(Match span) =>
        HiddenMarks.Aggregate(span.Groups["code"].Value, (code, mark) => code.Replace(mark.Mark, mark.As));

    private static (string Text, string Code) Split(string source)
    {
        var (text, code) = (new StringBuilder(), new StringBuilder());
        var fence = "";
        foreach (var line in FrontMatter().Replace(source, "").Split('\n'))
        {
            if (
                Fence().Match(line) is { Success: true } match
                && (fence.Length == 0 || match.Value.TrimEnd().EndsWith(fence, StringComparison.Ordinal))
            )
            {
                fence = fence.Length == 0 ? match.Groups["fence"].Value : "";
                text.Append('\n');
            }
            else
            {
                (fence.Length > 0 ? code : text).Append(line).Append('\n');
            }
        }

        return (text.ToString(), code.ToString());
    }

    private static string Seen(string text)
    {
        foreach (var unseen in (Regex[])[Unseen(), Tag(), Struck(), Braces(), LineMark(), Definition(), Shortcode(), Embed(), Icon()])
        {
            text = unseen.Replace(text, " ");
        }

        text = Wiki().Replace(text, match => match.Groups["text"].Success ? match.Groups["text"].Value : match.Groups["target"].Value);
        return WebUtility.HtmlDecode(Titled().Replace(Destination().Replace(text, "]"), " ${title} "));
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();

    [GeneratedRegex(@"\*+|~+|\\(?=[\p{P}\p{S}])", RegexOptions.None, 1000)]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"\A\s*(?:---\n.*?\n---|\+\+\+\n.*?\n\+\+\+)[ \t]*(?:\n|\z)", RegexOptions.Singleline, 1000)]
    private static partial Regex FrontMatter();

    [GeneratedRegex(@"^[>\s]*(?:[-*+]\s+|[0-9]+[.)]\s+)?(?<fence>`{3,}|~{3,})(?<info>[^`]*)$", RegexOptions.None, 1000)]
    private static partial Regex Fence();

    [GeneratedRegex(@"(?<!`)(?<ticks>`{1,2})(?!`)(?<code>[^\n]*?[^`\n])\k<ticks>(?!`)", RegexOptions.None, 1000)]
    private static partial Regex CodeSpan();

    // Comments, scripts, styles.
    [GeneratedRegex(
        @"<!--.*?-->|%%.*?%%|\{/\*.*?\*/\}|<(?<tag>script|style)\b.*?</\k<tag>>",
        RegexOptions.Singleline | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Unseen();

    [GeneratedRegex(@"</?[A-Za-z][A-Za-z0-9.-]*(?:\s(?:[^<>""']|""[^""]*""|'[^']*')*)?/?>", RegexOptions.None, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"~~[^~\n]+~~", RegexOptions.None, 1000)]
    private static partial Regex Struck();

    // Shortcodes, templates, attributes.
    [GeneratedRegex(@"\{\{.*?\}\}|\{%.*?%\}|\{(?:[:.#][^{}\n]*|\s*[.#][^{}\n]*|\s*[a-z-]+=[^{}\n]*)\}", RegexOptions.Singleline, 1000)]
    private static partial Regex Braces();

    // Imports, snippets, names of blocks, the numbers of lists.
    [GeneratedRegex(
        """
            ^(?:
                [>\s]*(?:[0-9]+[.)]|[-*+])(?:\s+\[[\ x]\])?(?=\s)
                | import\s.*from\s.*$ | export\s+(?:const|default|function)\s.*$
                | \s*-{1,}8<-.*$ | [>\s]*\^[\w-]+\s*$ | \s*@include.*$
            )
            | \s\^[\w-]+$
            """,
        RegexOptions.Multiline | RegexOptions.IgnorePatternWhitespace,
        1000
    )]
    private static partial Regex LineMark();

    [GeneratedRegex(@"^\s{0,3}\[[^^\]\n][^\]\n]*\]:\s*\S+.*$|^\*\[[^\]\n]+\]:.*$|\[\^[^\]\n]+\]:?", RegexOptions.Multiline, 1000)]
    private static partial Regex Definition();

    [GeneratedRegex(@"\{\{[<%].*?[%>]\}\}", RegexOptions.Singleline, 1000)]
    private static partial Regex Shortcode();

    [GeneratedRegex(@"!\[\[[^\]\n]*\]\]|!\[[^\]\n]*\](?:\([^)\n]*\)|\[[^\]\n]*\])", RegexOptions.None, 1000)]
    private static partial Regex Embed();

    [GeneratedRegex(@"(?<![\w:]):[a-z][a-z0-9_+-]*:(?![\w:])", RegexOptions.None, 1000)]
    private static partial Regex Icon();

    [GeneratedRegex(@"\[\[(?<target>[^\]|\n]*)(?:\\?\|(?<text>[^\]\n]*))?\]\]", RegexOptions.None, 1000)]
    private static partial Regex Wiki();

    [GeneratedRegex(@"\]\(\s*(?:[^()\n]|\([^()\n]*\))*\)|\]\[[^\]\n]*\]", RegexOptions.None, 1000)]
    private static partial Regex Destination();

    // The title of a box; its kind is no word.
    [GeneratedRegex(
        """
            ^[>\s]*(?:!!!|\?\?\?)\+?\s+[\w\ -]*?(?:"(?<title>[^"\n]*)")?\s*$
            | ^\s*:{3,}\s*\w*\s*(?:\[(?<title>[^\]\n]*)\]|(?<title>[^\n]*))$
            | ^\s*={3}[!+]?\s+"(?<title>[^"\n]*)"\s*$
            | ^[>\s]*>\s*\[![^\]\n]+\][+-]?(?<title>[^\n]*)$
            """,
        RegexOptions.Multiline | RegexOptions.IgnorePatternWhitespace,
        1000
    )]
    private static partial Regex Titled();
}
