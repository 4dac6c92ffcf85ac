using System.Text.Json;
using BriefBot.Knowledge;
using Tomlyn;
using Tomlyn.Model;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace BriefBot.Service.Knowledge;

/// <summary>
/// Finds the front matter at the top of a file, after empty lines: YAML between <c>---</c>, TOML between <c>+++</c>, or a JSON object.
/// </summary>
internal static class FrontMatterText
{
    /// <summary>More than this is no front matter; the parser is not trusted with it.</summary>
    private const int MaxLength = 64 * 1024;

    /// <summary>A front matter that opens more than this is hostile.</summary>
    private const int MaxBrackets = 200;

    private static readonly IDeserializer Yaml = new DeserializerBuilder().Build();

    /// <summary>
    /// Returns the keys, or null where there are none; the number of lines from the top to its end, or 0; the 1-based first line; and the
    /// problem.
    /// </summary>
    public static (IReadOnlyDictionary<string, object?>? Values, string Text, int LineCount, int FirstLine, string? Problem) Find(
        string text
    )
    {
        var lines = text.Split('\n');
        var first = Array.FindIndex(lines, line => !string.IsNullOrWhiteSpace(line));
        var opening = first < 0 ? "" : lines[first].TrimEnd();
        var end = opening switch
        {
            "---" => Array.FindIndex(lines, first + 1, line => line.TrimEnd() is "---" or "..."),
            "+++" => Array.FindIndex(lines, first + 1, line => line.TrimEnd() is "+++"),
            "{" => Array.FindIndex(lines, first + 1, line => line.TrimEnd() is "}"),
            _ => -1,
        };
        if (end < 0)
        {
            var isOpen = (opening == "---" && first == 0) || opening == "+++";
            return (
                null,
                "",
                0,
                first + 1,
                isOpen ? $"The front matter that begins here isn’t closed. End it with a line {opening}." : null
            );
        }

        var isJson = opening == "{";
        var written = string.Join('\n', isJson ? lines[first..(end + 1)] : lines[(first + 1)..end]);
        if (written.Length > MaxLength || written.Count(c => c is '[' or '{') > MaxBrackets)
        {
            return (null, written, end + 1, first + 1, "The front matter is too large or too deeply nested. Keep it short and flat.");
        }

        // Text that is not JSON, or between two lines further down, is ordinary text.
        var (values, problem) = Parse(opening, written);
        return isJson && problem is not null ? (null, "", 0, first + 1, null)
            : first > 0 && opening == "---" && values is null ? (null, "", 0, first + 1, null)
            : (values, written, end + 1, first + (isJson ? 1 : 2), problem);
    }

    private static (IReadOnlyDictionary<string, object?>? Values, string? Problem) Parse(string opening, string written)
    {
        var name = opening switch
        {
            "---" => "YAML",
            "+++" => "TOML",
            _ => "JSON",
        };
        try
        {
            return new PlainValues().Flatten(
                opening switch
                {
                    "---" => Yaml.Deserialize<object?>(written),
                    "+++" => TomlSerializer.Deserialize<TomlTable>(written),
                    _ => JsonSerializer.Deserialize(written, FrontMatterJson.Default.JsonElement),
                }
            ) switch
            {
                IReadOnlyDictionary<string, object?> values => (values, null),
                null => (null, null),
                _ => (null, "The front matter must consist of lines such as \"title: …\"."),
            };
        }
        catch (Exception e) when (e is YamlException or TomlException or JsonException)
        {
            var (line, advice) = e is YamlException yaml ? Advise(yaml, written.Split('\n')) : (0, "Fix it, or remove it.");
            var what = (e.InnerException?.Message ?? e.Message).TrimEnd('.');
            // The caller takes the number of the line off the message.
            return (null, $"{(line > 0 ? $"{line}\0" : "")}The front matter isn’t valid {name} ({what}). {advice}");
        }
    }

    /// <summary>Returns the 1-based line of an error, and what to do about it.</summary>
    private static (int Line, string Advice) Advise(YamlException e, string[] lines)
    {
        var line = (int)Math.Clamp(e.Start.Line, 1, lines.Length);
        var tab = Array.FindIndex(lines, text => text[..^text.TrimStart().Length].Contains('\t'));
        return tab >= 0 ? (tab + 1, "Indent with spaces instead of tabs.")
            : lines[line - 1].Count(character => character == '"') % 2 == 1 ? (line, "Close the quotation mark.")
            : lines[line - 1].Split(": ").Length > 2 ? (line, "Put text that contains a colon in quotes.")
            : (line, "Fix this line, or the one before it.");
    }
}
