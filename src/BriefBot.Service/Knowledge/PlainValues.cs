using System.Collections;
using System.Globalization;
using System.Text.Json;
using Tomlyn.Model;

namespace BriefBot.Service.Knowledge;

/// <summary>
/// Converts values of YAML, TOML and JSON to texts, lists and dictionaries. Cuts off references to itself and expansions without end.
/// </summary>
internal sealed class PlainValues
{
    private const int MaxDepth = 10;

    private const int MaxValues = 5_000;

    private int _count;

    /// <summary>Returns a text, a list, a dictionary, or null for nothing.</summary>
    public object? Flatten(object? value) => Flatten(value, 0);

    private object? Flatten(object? value, int depth)
    {
        if (depth > MaxDepth || ++_count > MaxValues)
        {
            return null;
        }

        return value switch
        {
            null => null,
            string text => text,
            TomlTable table => Values(table.Select(pair => (pair.Key, (object?)pair.Value)), depth),
            IDictionary<object, object?> values => Values(values.Select(pair => (pair.Key?.ToString() ?? "", pair.Value)), depth),
            JsonElement { ValueKind: JsonValueKind.Object } element => Values(
                element.EnumerateObject().Select(one => (one.Name, (object?)one.Value)),
                depth
            ),
            JsonElement { ValueKind: JsonValueKind.Array } element => List(element.EnumerateArray().Cast<object?>(), depth),
            JsonElement { ValueKind: JsonValueKind.True or JsonValueKind.False } flag => flag.GetBoolean() ? "true" : "false",
            JsonElement element => element.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined ? null : element.ToString(),
            IEnumerable items => List(items.Cast<object?>(), depth),
            bool flag => flag ? "true" : "false",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture),
        };
    }

    private Dictionary<string, object?> Values(IEnumerable<(string Key, object? Value)> pairs, int depth)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (key, value) in pairs.TakeWhile(_ => _count <= MaxValues))
        {
            values.TryAdd(key, Flatten(value, depth + 1));
        }

        return values;
    }

    private List<object?> List(IEnumerable<object?> items, int depth) =>
        [.. items.TakeWhile(_ => _count <= MaxValues).Select(item => Flatten(item, depth + 1))];
}
