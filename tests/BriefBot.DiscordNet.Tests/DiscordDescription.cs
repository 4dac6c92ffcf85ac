using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace BriefBot.DiscordNet.Tests;

/// <summary>
/// Discord's own description of its HTTP interface (OpenAPI 3.1), against which requests are held where
/// <c>BRIEFBOT_DISCORD_OPENAPI</c> names its file. A field that it does not know does not fit.
/// </summary>
internal sealed class DiscordDescription
{
    private const string Reference = "#/components/schemas/";

    /// <summary>
    /// Fields of commands that Discord documents and its description leaves out, or has elsewhere; the library always sends them.
    /// </summary>
    private static readonly string[] OfCommands = ["default_permission", "dm_permission", "nsfw"];

    private static readonly string[] OfOptions = ["options", "autocomplete", "choices", "default"];

    private readonly JsonObject _paths;
    private readonly JsonObject _schemas;
    private readonly ConcurrentDictionary<string, JsonSchema> _bodies = new();

    private DiscordDescription(string file)
    {
        var description = JsonNode.Parse(File.ReadAllText(file))!;
        _paths = description["paths"]!.AsObject();
        _schemas = description["components"]!["schemas"]!.DeepClone().AsObject();
        foreach (var (_, schema) in _schemas)
        {
            Localize(schema);
        }
    }

    /// <summary>Null where none is named.</summary>
    public static DiscordDescription? Given { get; } =
        Environment.GetEnvironmentVariable("BRIEFBOT_DISCORD_OPENAPI") is { Length: > 0 } file ? new DiscordDescription(file) : null;

    /// <summary>How the request departs from the description; nothing where it fits.</summary>
    public IEnumerable<string> Broken(SentRequest request)
    {
        var path = _paths
            .Select(path => path.Key)
            .Where(path => Fits(path, request.Path))
            .MinBy(path => path.Count(character => character == '{'));
        if (path is null || _paths[path]![request.Method.ToLowerInvariant()] is not { } operation)
        {
            return [$"there is no {request.Method} {request.Path}"];
        }

        if (operation["requestBody"]?["content"]?["application/json"]?["schema"] is not { } schema)
        {
            return request.Body is JsonObject { Count: > 0 } ? [$"{request.Method} {path} has no body"] : [];
        }

        var result = _bodies
            .GetOrAdd($"{request.Method} {path}", _ => Compile(schema))
            .Evaluate(JsonSerializer.SerializeToElement(Described(request)), new EvaluationOptions { OutputFormat = OutputFormat.List });
        return result.IsValid
            ? []
            : (result.Details ?? [])
                .Where(detail => detail.Errors is { Count: > 0 })
                .SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation}: {error.Value}"))
                .Distinct();
    }

    private static JsonNode? Described(SentRequest request)
    {
        var body = request.Body?.DeepClone();
        foreach (var command in (body as JsonArray ?? []).OfType<JsonObject>())
        {
            Remove(command, OfCommands);
            RemoveOfOptions(command);
        }

        if (request.Path.EndsWith("/threads", StringComparison.Ordinal))
        {
            body!.AsObject().Remove("type");
        }

        return body;
    }

    private static void RemoveOfOptions(JsonObject holder)
    {
        foreach (var option in (holder["options"] as JsonArray ?? []).OfType<JsonObject>())
        {
            RemoveOfOptions(option);
            Remove(option, OfOptions);
        }
    }

    private static void Remove(JsonObject from, string[] fields)
    {
        foreach (var field in fields.Where(field => from[field] is not JsonArray { Count: > 0 }))
        {
            from.Remove(field);
        }
    }

    private static bool Fits(string template, string path)
    {
        var (wanted, given) = (template.Trim('/').Split('/'), path.Split('?')[0].Trim('/').Split('/'));
        return wanted.Length == given.Length && wanted.Zip(given).All(pair => pair.First.StartsWith('{') || pair.First == pair.Second);
    }

    private JsonSchema Compile(JsonNode schema)
    {
        var whole = new JsonObject { ["allOf"] = new JsonArray(schema.DeepClone()), ["$defs"] = _schemas.DeepClone() };
        Localize(whole["allOf"]);
        return JsonSchema.FromText(whole.ToJsonString());
    }

    /// <summary>References lead into the schema itself, and objects have no fields but their own.</summary>
    private static void Localize(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject schema:
                if (schema["$ref"] is JsonValue reference && reference.GetValue<string>().StartsWith(Reference, StringComparison.Ordinal))
                {
                    schema["$ref"] = "#/$defs/" + reference.GetValue<string>()[Reference.Length..];
                }

                foreach (var (keyword, value) in schema.ToArray())
                {
                    // An extension of the description, of which JSON Schema does not know.
                    if (keyword.StartsWith("x-", StringComparison.Ordinal))
                    {
                        schema.Remove(keyword);
                    }

                    Localize(value);
                }

                if (schema["properties"] is JsonObject && schema["type"] is JsonValue && schema["additionalProperties"] is null)
                {
                    schema["additionalProperties"] = false;
                }

                break;
            case JsonArray schemas:
                foreach (var schema in schemas)
                {
                    Localize(schema);
                }

                break;
        }
    }
}
