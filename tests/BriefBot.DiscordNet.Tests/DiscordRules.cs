using System.Text.Json.Nodes;

namespace BriefBot.DiscordNet.Tests;

/// <summary>
/// What Discord refuses of a request, as its documentation says: fields it does not know, and what is too long, too much or
/// missing. Stricter than Discord, which passes over fields that it does not know.
/// </summary>
internal static class DiscordRules
{
    private const int ComponentsV2 = 32_768;
    private const int OnlyAuthorSees = 64;

    private static readonly string[] Message = ["content", "embeds", "allowed_mentions", "components", "flags", "attachments", "poll"];
    private static readonly string[] Posted = [.. Message, "sticker_ids", "message_reference", "nonce", "enforce_nonce", "tts"];
    private static readonly string[] Command =
    [
        "name",
        "type",
        "description",
        "name_localizations",
        "description_localizations",
        "options",
        "default_member_permissions",
        "default_permission",
        "dm_permission",
        "contexts",
        "integration_types",
        "nsfw",
    ];
    private static readonly string[] Option =
    [
        "type",
        "name",
        "description",
        "name_localizations",
        "description_localizations",
        "required",
        "choices",
        "options",
        "channel_types",
        "min_value",
        "max_value",
        "min_length",
        "max_length",
        "autocomplete",
    ];

    /// <summary>What is wrong with it; nothing where it may be taken.</summary>
    public static IEnumerable<string> Broken(SentRequest request) =>
        (request.Method, request.Path.Split('/')) switch
        {
            ("GET" or "DELETE", _) => [],
            ("POST", ["channels", _, "messages"]) =>
            [
                .. Unknown(request.Body, Posted),
                .. Sent(request.Body!),
                .. Limit(request.Body!["nonce"], 25),
                .. Flags(request.Body!, ComponentsV2),
            ],
            ("PATCH", ["channels", _, "messages", _]) =>
            [
                .. Unknown(request.Body, Message),
                .. Sent(request.Body!),
                .. Flags(request.Body!, ComponentsV2),
            ],
            ("PATCH", ["webhooks", _, _, "messages", _]) =>
            [
                .. Unknown(request.Body, Message),
                .. Sent(request.Body!),
                .. Flags(request.Body!, ComponentsV2),
            ],
            ("POST", ["webhooks", _, _]) =>
            [
                .. Unknown(request.Body, [.. Message, "tts"]),
                .. Sent(request.Body!),
                .. Flags(request.Body!, ComponentsV2 | OnlyAuthorSees),
            ],
            ("POST", ["interactions", _, _, "callback"]) => Answer(request.Body!),
            ("POST", ["channels", _, "messages", _, "threads"]) =>
            [
                .. Unknown(request.Body, "name", "auto_archive_duration", "rate_limit_per_user", "type"),
                .. Limit(request.Body!["name"], 100, 1),
            ],
            ("POST", ["users", "@me", "channels"]) => Unknown(request.Body, "recipient_id"),
            ("POST", ["channels", _, "typing"]) or ("PUT", ["channels", _, "messages", _, "reactions", _, "@me"]) => [],
            ("PUT", ["applications", _, "commands"]) => request.Body!.AsArray().SelectMany(command => Registered(command!)),
            _ => [$"{request.Method} {request.Path} is not among what a bot like this sends"],
        };

    private static IEnumerable<string> Answer(JsonNode body) =>
        [
            .. Unknown(body, "type", "data"),
            .. body["type"]!.GetValue<int>() switch
            {
                4 =>
                [
                    .. Unknown(body["data"], [.. Message, "tts"]),
                    .. Sent(body["data"]!),
                    .. Flags(body["data"]!, ComponentsV2 | OnlyAuthorSees),
                ],
                5 => body["data"] is { } data ? [.. Unknown(data, "flags"), .. Flags(data, OnlyAuthorSees)] : [],
                6 => [],
                9 =>
                [
                    .. Unknown(body["data"], "title", "custom_id", "components"),
                    .. Limit(body["data"]!["title"], 45, 1),
                    .. Limit(body["data"]!["custom_id"], 100, 1),
                    .. body["data"]!["components"]!
                        .AsArray()
                        .SelectMany(row => row!["components"]!.AsArray())
                        .SelectMany(text => (string[])[.. Limit(text!["label"], 45, 1), .. Limit(text["custom_id"], 100, 1)]),
                ],
                8 => body["data"]!["choices"]!.AsArray().Count > 25
                    ? ["more than 25 suggestions"]
                    : body["data"]!["choices"]!
                        .AsArray()
                        .SelectMany(choice => (string[])[.. Limit(choice!["name"], 100, 1), .. Limit(choice["value"], 100, 1)]),
                var type => new[] { $"an interaction is not answered with type {type}" },
            },
        ];

    private static IEnumerable<string> Sent(JsonNode message)
    {
        if (message["allowed_mentions"]?.ToJsonString() is not "{\"parse\":[],\"replied_user\":false}")
        {
            yield return "it may call somebody";
        }

        foreach (var broken in Limit(message["content"], 2_000))
        {
            yield return broken;
        }

        var components = message["components"] as JsonArray ?? [];
        var isV2 = (Number(message["flags"]) & ComponentsV2) != 0;
        if (
            isV2
                ? components.Count == 0 || !string.IsNullOrEmpty(message["content"]?.GetValue<string>())
                : string.IsNullOrEmpty(message["content"]?.GetValue<string>())
        )
        {
            yield return "a message is either of components or has a content";
        }

        if (Texts(components).Sum(text => text.Length) is var length and > 4_000)
        {
            yield return $"the texts of the components have {length} characters";
        }

        if (Count(components) > 40)
        {
            yield return "a message has at the most 40 components";
        }

        var ids = Of(components, "custom_id").ToArray();
        if (ids.Distinct().Count() != ids.Length)
        {
            yield return "two components have the same custom_id";
        }

        foreach (var broken in components.SelectMany(component => Component(component!, isV2)))
        {
            yield return broken;
        }
    }

    private static IEnumerable<string> Component(JsonNode component, bool isV2) =>
        component["type"]!.GetValue<int>() switch
        {
            1 =>
            [
                .. Unknown(component, "type", "id", "components"),
                .. component["components"]!.AsArray().Count is >= 1 and <= 5 ? [] : new[] { "a row has one to five buttons" },
                .. component["components"]!.AsArray().SelectMany(child => Button(child!)),
            ],
            10 when isV2 => [.. Unknown(component, "type", "id", "content"), .. Limit(component["content"], 4_000, 1)],
            14 when isV2 => Unknown(component, "type", "id", "divider", "spacing"),
            var type => [$"a component of type {type} does not stand there"],
        };

    private static IEnumerable<string> Button(JsonNode button) =>
        [
            .. Unknown(button, "type", "id", "style", "label", "custom_id", "disabled", "emoji", "url", "sku_id"),
            .. button["type"]!.GetValue<int>() == 2 ? [] : new[] { "a row holds buttons" },
            .. Limit(button["label"], 80, 1),
            .. Limit(button["custom_id"], 100, 1),
        ];

    private static IEnumerable<string> Registered(JsonNode command) =>
        [
            .. Unknown(command, Command),
            .. Limit(command["name"], 32, 1),
            .. Number(command["type"]) == 3 ? Limit(command["description"], 0) : Limit(command["description"], 100, 1),
            .. (command["options"] as JsonArray ?? []).SelectMany(option =>
                Unknown(option, Option).Concat(Limit(option!["name"], 32, 1)).Concat(Limit(option["description"], 100, 1))
            ),
        ];

    private static IEnumerable<string> Unknown(JsonNode? body, params string[] known) =>
        body is JsonObject fields
            ? fields.Select(field => field.Key).Except(known).Select(field => $"the field {field} is not known there")
            : ["there is no object"];

    private static IEnumerable<string> Limit(JsonNode? text, int most, int least = 0) =>
        (text?.GetValue<string>() ?? "").Length is var length && (length < least || length > most)
            ? [$"a text has {length} characters: {text?.GetPropertyName()}"]
            : [];

    private static IEnumerable<string> Flags(JsonNode message, int allowed) =>
        (Number(message["flags"]) & ~allowed) is var others and not 0 ? [$"the flags {others} are not allowed there"] : [];

    private static int Number(JsonNode? node) => node?.GetValue<int>() ?? 0;

    private static int Count(JsonArray components) => components.Sum(component => 1 + Count(component!["components"] as JsonArray ?? []));

    private static IEnumerable<string> Texts(JsonArray components) => Of(components, "content");

    private static IEnumerable<string> Of(JsonArray components, string field) =>
        components.SelectMany(component =>
            (component![field] is JsonValue value ? [value.GetValue<string>()] : Array.Empty<string>()).Concat(
                Of(component["components"] as JsonArray ?? [], field)
            )
        );
}
