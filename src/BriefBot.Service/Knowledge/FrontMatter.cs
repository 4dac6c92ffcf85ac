using System.Globalization;
using BriefBot.Knowledge;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace BriefBot.Service.Knowledge;

/// <summary>What an article says of itself: between two lines of <c>---</c> at its top, or where its format keeps such things.</summary>
internal sealed record FrontMatter
{
    /// <summary>More than this is no front matter; the parser is not trusted with it.</summary>
    private const int MaxLength = 64 * 1024;

    /// <summary>A front matter that opens more than this is hostile.</summary>
    private const int MaxBrackets = 200;

    /// <summary>What is read.</summary>
    private static readonly string[] Keys = ["title", "date", "updated", "lastmod", "url", "author", "summary", "tags"];

    private static readonly IDeserializer Yaml = new DeserializerBuilder().Build();

    public string? Title { get; init; }

    /// <summary>When the article was last changed, as far as it says so, else when it was written.</summary>
    public DateOnly? Date { get; init; }

    public string? Url { get; init; }

    public string? Author { get; init; }

    public string? Summary { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The number of lines it takes, both fences counted; 0 where there is none.</summary>
    public int LineCount { get; init; }

    /// <summary>What is wrong with it. What is not wrong is used all the same.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>Reads the front matter of a file. Never throws for odd text.</summary>
    public static FrontMatter Read(string path, string text)
    {
        var lines = text.Split('\n');
        if (lines[0].TrimEnd() != "---")
        {
            return new FrontMatter();
        }

        var end = Array.FindIndex(lines, 1, line => line.TrimEnd() is "---" or "...");
        if (end < 0)
        {
            return With(0, new Problem(path, 1, "the front matter that begins here is never closed. End it with a line ---."));
        }

        return Parse(path, string.Join('\n', lines[1..end]), end + 1);
    }

    private static FrontMatter Parse(string path, string yaml, int lineCount)
    {
        if (yaml.Length > MaxLength || yaml.Count(c => c is '[' or '{') > MaxBrackets)
        {
            return With(lineCount, new Problem(path, 1, $"the front matter is too large or too deeply nested. Keep {string.Join(", ", Keys)}."));
        }

        try
        {
            return Yaml.Deserialize<object?>(yaml) switch
            {
                null => With(lineCount),
                IDictionary<object, object?> values => Of(path, yaml, values, lineCount),
                _ => With(lineCount, new Problem(path, 2, "the front matter is no list of keys. Write lines such as \"title: …\".")),
            };
        }
        catch (YamlException e)
        {
            // The first line of the file is the fence.
            return With(lineCount,
                new Problem(path, (int)e.Start.Line + 1, $"the front matter is not YAML ({e.InnerException?.Message ?? e.Message}). Put quotes about text that holds a colon."));
        }
    }

    private static FrontMatter Of(string path, string yaml, IDictionary<object, object?> values, int lineCount)
    {
        var problems = new List<Problem>();
        T? Value<T>(string key, Func<object?, T?> read, string rule)
        {
            var written = values.TryGetValue(key, out var value) ? value : null;
            var result = read(written);
            if (written is not (null or "") && result is null)
            {
                problems.Add(new Problem(path, LineOf(yaml, key), $"\"{written as string ?? key}\" {rule}"));
            }

            return result;
        }

        DateOnly? Day(string key) => Value(key, value => ParseDate(value as string), "is no date. Write it as 2025-09-04.");
        var (written, changed) = (Day("date"), Day("updated") ?? Day("lastmod"));
        return new FrontMatter
        {
            Title = Value("title", Text, "is no text. Write it in one line."),
            Date = changed ?? written,
            Url = Value("url", Address, "is no address. Write it as https://example.org/article."),
            Author = Value("author", Text, "is no text. Write it in one line."),
            Summary = Value("summary", Text, "is no text. Write it in one line."),
            Tags = Value("tags", Texts, "is no list of texts. Write it as [one, two].") ?? [],
            LineCount = lineCount,
            Problems = [.. problems, .. values.Keys.OfType<string>().Where(key => !Keys.Contains(key)).Select(key => Unknown(path, yaml, key))],
        };
    }

    private static Problem Unknown(string path, string yaml, string key) =>
        new(path, LineOf(yaml, key), $"\"{key}\" is not read. There are {string.Join(", ", Keys)}.") { Severity = Severity.Warning };

    private static FrontMatter With(int lineCount, params Problem[] problems) => new() { LineCount = lineCount, Problems = problems };

    internal static DateOnly? ParseDate(string? text) =>
        DateOnly.TryParseExact(text?.Split('T', ' ')[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static string? Text(object? value) =>
        value is string text && !string.IsNullOrWhiteSpace(text) ? string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : null;

    private static string? Address(object? value) =>
        Text(value) is { } text && Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? text : null;

    private static string[]? Texts(object? value) => value switch
    {
        string text => [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
        IEnumerable<object?> list when list.All(item => item is string) => [.. list.OfType<string>()],
        _ => null,
    };

    /// <summary>The line of the file on which a key stands, or that of the fence where it is written otherwise.</summary>
    private static int LineOf(string yaml, string key) =>
        Array.FindIndex(yaml.Split('\n'), line => line.TrimStart('"', '\'').StartsWith(key, StringComparison.Ordinal) && line.Contains(':')) + 2;
}
