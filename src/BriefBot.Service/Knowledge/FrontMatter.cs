using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using BriefBot.Knowledge;

namespace BriefBot.Service.Knowledge;

/// <summary>The metadata of an article, from the front matter at its top or the place its format has for it.</summary>
internal sealed record FrontMatter
{
    /// <summary>The keys that are read, by BriefBot's names; those of site generators follow.</summary>
    private static readonly string[] Keys = ["title", "date", "updated", "lastmod", "url", "author", "summary", "tags"];

    private static readonly string[] Days =
    [
        "yyyy-M-d",
        "yyyy/M/d",
        "yyyyMMdd",
        "MMMM d, yyyy",
        "MMM d, yyyy",
        "d MMMM yyyy",
        "d MMM yyyy",
        "yyyy-M-d H:mm",
        "yyyy-M-d H:mm:ss",
    ];

    public string? Title { get; init; }

    /// <summary>When the article was last changed, as far as it says so, else when it was written.</summary>
    public DateOnly? Date { get; init; }

    public string? Url { get; init; }

    public string? Author { get; init; }

    public string? Summary { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Indicates whether it says that it is not to be published yet.</summary>
    public bool IsDraft { get; init; }

    /// <summary>The number of lines it takes, both fences counted; 0 where there is none.</summary>
    public int LineCount { get; init; }

    /// <summary>The problems. Valid values are used nevertheless.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>Reads the front matter of a file. Never throws for odd text.</summary>
    public static FrontMatter Read(string path, string text)
    {
        var (values, written, lineCount, firstLine, problem) = FrontMatterText.Find(text);
        return problem is not null ? new FrontMatter { LineCount = lineCount, Problems = [Wrong(path, firstLine, problem)] }
            : values is null ? new FrontMatter { LineCount = lineCount }
            : Of(path, written, values, lineCount, firstLine);
    }

    private static Problem Wrong(string path, int firstLine, string problem) =>
        problem.Split('\0') is [var line, var message]
            ? new Problem(path, int.Parse(line, CultureInfo.InvariantCulture) + firstLine - 1, message)
            : new Problem(path, firstLine, problem);

    private static FrontMatter Of(string path, string written, IReadOnlyDictionary<string, object?> values, int lineCount, int firstLine)
    {
        var problems = new List<Problem>();
        object? Of(string key) => values.GetValueOrDefault(key);
        T? Value<T>(string key, Func<object?, T?> read, string rule)
        {
            var value = Of(key);
            var result = read(value);
            if (value is not (null or "") && result is null)
            {
                problems.Add(new Problem(path, LineOf(written, key) + firstLine, $"\"{value as string ?? key}\" {rule}"));
            }

            return result;
        }

        bool? Truth(string key) => Value(key, ReadTruth, "must be true or false.");
        DateOnly? Day(string key) => Value(key, ReadDay, "isn’t a valid date. Write it as year-month-day, such as 2025-09-04.");
        var day = Day("date");
        var changed =
            Day("updated")
            ?? Day("lastmod")
            ?? ReadDay(Of("last_update"))
            ?? ReadDay(Of("lastUpdated"))
            ?? ReadDay(Of("last_modified_at"))
            ?? ReadDay(Of("modified"));
        return new FrontMatter
        {
            Title = Value("title", Text, "must be a single line of text."),
            Date = changed ?? day,
            Url = Value("url", Address, "isn’t a web address. Use the form https://example.org/article.") is { Length: > 0 } url
                ? url
                : null,
            Author = Value("author", Names, "must be a single line of text.") ?? Names(Of("authors")),
            Summary = Value("summary", Text, "must be a single line of text.") ?? Text(Of("description")) ?? Text(Of("excerpt")),
            Tags =
                Value("tags", Texts, "isn’t a list of texts. Use the form [one, two].")
                ?? Texts(Of("categories"))
                ?? Texts(Of("keywords"))
                ?? [],
            IsDraft = Truth("draft") == true || Truth("published") == false,
            LineCount = lineCount,
            Problems =
            [
                .. problems,
                .. values.Keys.Where(key => Meant(key) is not null).Select(key => Misspelt(path, LineOf(written, key) + firstLine, key)),
            ],
        };
    }

    private static Problem Misspelt(string path, int line, string key) =>
        new(path, line, $"\"{key}\" is an unknown key. Did you mean \"{Meant(key)}\"?") { Severity = Severity.Warning };

    /// <summary>
    /// The key of ours that a key is one slip away from: another case, or a letter more, less, or another one, or two in the wrong order.
    /// Null where there is none.
    /// </summary>
    private static string? Meant(string key) =>
        Keys.Contains(key) || key is "update" or "tag" or "authors"
            ? null
            : Keys.FirstOrDefault(own => key.Equals(own, StringComparison.OrdinalIgnoreCase) || IsOneSlipAway(key.ToLowerInvariant(), own));

    private static bool IsOneSlipAway(string key, string own)
    {
        var start = key.Zip(own).TakeWhile(pair => pair.First == pair.Second).Count();
        var (rest, other) = (key[start..], own[start..]);
        return own.Length > 3
            && key.Length > 3
            && rest.Length + other.Length > 0
            && (
                rest.AsSpan(Math.Min(1, rest.Length)).SequenceEqual(other.AsSpan(Math.Min(1, other.Length)))
                || rest.AsSpan(Math.Min(1, rest.Length)).SequenceEqual(other)
                || other.AsSpan(Math.Min(1, other.Length)).SequenceEqual(rest)
                || (rest.Length > 1 && other.Length > 1 && rest[0] == other[1] && rest[1] == other[0] && rest[2..] == other[2..])
            );
    }

    internal static DateOnly? ParseDate(string? text)
    {
        var written = text?.Trim() ?? "";
        var day = written.IndexOf('T') is var t && t is 8 or 9 or 10 && char.IsAsciiDigit(written[t - 1]) ? written[..t] : written;
        return DateOnly.TryParseExact(day, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
            : day.IndexOf(' ') is > 0 and var space
            && DateOnly.TryParseExact(day[..space], Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out date)
                ? date
            : null;
    }

    /// <summary>A day, or that of a table such as <c>{ created: …, updated: … }</c>.</summary>
    private static DateOnly? ReadDay(object? value) =>
        value switch
        {
            string text => ParseDate(text),
            IReadOnlyDictionary<string, object?> days => ReadDay(days.GetValueOrDefault("updated"))
                ?? ReadDay(days.GetValueOrDefault("date"))
                ?? ReadDay(days.GetValueOrDefault("created")),
            _ => null,
        };

    private static bool? ReadTruth(object? value) =>
        value is string text
            ? text.ToUpperInvariant() switch
            {
                "TRUE" or "YES" or "ON" => true,
                "FALSE" or "NO" or "OFF" => false,
                _ => null,
            }
            : null;

    private static string? Text(object? value) =>
        value is string text && !string.IsNullOrWhiteSpace(text)
            ? string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            : null;

    /// <summary>A name, that of a table with a name, or several.</summary>
    private static string? Names(object? value) =>
        value switch
        {
            IReadOnlyDictionary<string, object?> person => Text(person.GetValueOrDefault("name")),
            IReadOnlyList<object?> people => string.Join(", ", people.Select(Names).OfType<string>()) is { Length: > 0 } names
                ? names
                : null,
            _ => Text(value),
        };

    /// <summary>The address; empty where it leads to a page of the same site.</summary>
    private static string? Address(object? value) =>
        Text(value) is not { } text ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? text
        : text.StartsWith('/') ? ""
        : null;

    private static string[]? Texts(object? value) =>
        value switch
        {
            string text => [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
            IReadOnlyList<object?> list when list.All(item => item is string or null) => [.. list.OfType<string>()],
            _ => null,
        };

    /// <summary>Returns the number of lines before the one with a key; before the first line if the key is written another way.</summary>
    private static int LineOf(string written, string key) =>
        Math.Max(
            Array.FindIndex(
                written.Split('\n'),
                line => line.TrimStart('"', '\'', ' ').StartsWith(key, StringComparison.Ordinal) && line.AsSpan().ContainsAny(':', '=')
            ),
            0
        );
}

/// <summary>Reads front matter that is JSON.</summary>
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class FrontMatterJson : JsonSerializerContext;
