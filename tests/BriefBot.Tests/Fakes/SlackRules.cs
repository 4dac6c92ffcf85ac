using System.Text.Json.Nodes;

namespace BriefBot.Tests.Fakes;

/// <summary>
/// What Slack's documentation allows in a message: https://docs.slack.dev/reference/block-kit/blocks,
/// https://docs.slack.dev/reference/methods/chat.postMessage.
/// </summary>
internal static class SlackRules
{
    private const int MaxBlocks = 50;
    private const int MaxBlockText = 3_000;
    private const int MaxTexts = 12_000;
    private const int MaxButtons = 25;

    /// <summary>All rules that the body of a message breaks.</summary>
    public static IEnumerable<string> Message(JsonNode body)
    {
        var text = $"{body["text"]}";
        var blocks = body["blocks"] as JsonArray ?? [];
        return
        [
            .. Length(text, 4_000, "the text for notifications"),
            .. text.Contains("<!", StringComparison.Ordinal) || text.Contains("<@", StringComparison.Ordinal)
                ? ["the text calls somebody"]
                : Array.Empty<string>(),
            .. body["link_names"]?.GetValue<bool>() == true ? ["names become links"] : Array.Empty<string>(),
            .. body["parse"] is { } parse && $"{parse}" != "none" ? ["the text is parsed"] : Array.Empty<string>(),
            .. Blocks(blocks),
        ];
    }

    /// <summary>All rules that blocks break.</summary>
    public static IEnumerable<string> Blocks(JsonArray blocks)
    {
        string[] ids =
        [
            .. blocks
                .Where(block => $"{block!["type"]}" == "actions")
                .SelectMany(block => block!["elements"]!.AsArray())
                .Select(button => $"{button!["action_id"]}"),
        ];
        return
        [
            .. blocks.Count > MaxBlocks ? [$"{blocks.Count} blocks"] : Array.Empty<string>(),
            .. ids.Distinct().Count() != ids.Length ? ["two buttons have the same action_id"] : Array.Empty<string>(),
            .. blocks.Sum(block => Text(block).Length) > MaxTexts ? ["the texts are too long together"] : Array.Empty<string>(),
            .. blocks.SelectMany(block => Block(block!.AsObject())),
        ];
    }

    /// <summary>All text of a node, code between fences.</summary>
    public static string Text(JsonNode? node) =>
        node switch
        {
            JsonArray list => string.Concat(list.Select(Text)),
            JsonObject { } code when $"{code["type"]}" == "rich_text_preformatted" => $"```\n{Text(code["elements"])}\n```",
            JsonObject { } part when part["elements"] is { } elements => Text(elements)
                + ($"{part["type"]}".StartsWith("rich_text_", StringComparison.Ordinal) ? "" : "\n"),
            JsonObject { } button when $"{button["type"]}" == "button" => "",
            JsonObject { } leaf when leaf["text"] is JsonValue text => text.GetValue<string>(),
            _ => "",
        };

    private static IEnumerable<string> Block(JsonObject block) =>
        $"{block["type"]}" switch
        {
            "divider" => Known(block, "type"),
            "rich_text" =>
            [
                .. Known(block, "type", "elements"),
                .. Length(Text(block), MaxBlockText, "rich text"),
                .. block["elements"]!.AsArray().SelectMany(Rich!),
            ],
            "context" =>
            [
                .. Known(block, "type", "elements"),
                .. block["elements"]!.AsArray().Count is >= 1 and <= 10 ? [] : new[] { "a context has one to ten elements" },
                .. block["elements"]!.AsArray().SelectMany(element => PlainText(element!, MaxBlockText)),
            ],
            "actions" =>
            [
                .. Known(block, "type", "elements"),
                .. block["elements"]!.AsArray().Count is >= 1 and <= MaxButtons ? [] : new[] { "a row has 1 to 25 buttons" },
                .. block["elements"]!.AsArray().SelectMany(button => Button(button!)),
            ],
            "input" =>
            [
                .. Known(block, "type", "block_id", "label", "element", "dispatch_action", "optional"),
                .. PlainText(block["label"]!, 2_000),
                .. Known(block["element"]!.AsObject(), "type", "action_id", "multiline", "max_length", "focus_on_load"),
                .. block["element"]!["max_length"]?.GetValue<int>() is >= 1 and <= 3_000
                    ? []
                    : new[] { "a text has 1 to 3,000 characters" },
            ],
            var type => [$"there is no block {type}"],
        };

    private static IEnumerable<string> Rich(JsonNode element) =>
        $"{element["type"]}" is "rich_text_section" or "rich_text_preformatted" or "rich_text_quote"
            ?
            [
                .. Known(element, "type", "elements", "border"),
                .. element["elements"]!.AsArray().Count > 0 ? [] : new[] { "an element is empty" },
                .. element["elements"]!.AsArray().SelectMany(span => Span(span!)),
            ]
            : [$"there is no element {element["type"]} in rich text"];

    private static IEnumerable<string> Span(JsonNode span) =>
        $"{span["type"]}" switch
        {
            "text" => [.. Known(span, "type", "text", "style"), .. Length($"{span["text"]}", MaxBlockText, "a text")],
            "link" =>
            [
                .. Known(span, "type", "url", "text", "style"),
                .. $"{span["url"]}".StartsWith("http", StringComparison.OrdinalIgnoreCase) ? [] : new[] { "a link leads nowhere" },
                .. Length($"{span["text"]}", MaxBlockText, "a link"),
            ],
            var type => [$"{type} calls somebody, or is not known"],
        };

    private static IEnumerable<string> Button(JsonNode button) =>
        [
            .. Known(button, "type", "action_id", "text"),
            .. Length($"{button["action_id"]}", 255, "an action_id"),
            .. PlainText(button["text"]!, 75),
        ];

    private static IEnumerable<string> PlainText(JsonNode text, int most) =>
        [
            .. $"{text["type"]}" == "plain_text" ? [] : new[] { "no plain text" },
            .. Known(text, "type", "text", "emoji"),
            .. Length($"{text["text"]}", most, "plain text"),
        ];

    private static IEnumerable<string> Known(JsonNode node, params string[] fields) =>
        node.AsObject().Select(field => field.Key).Except(fields).Select(field => $"the field {field} is not known there");

    private static IEnumerable<string> Length(string text, int most, string what) =>
        text.Length is var length && length >= 1 && length <= most ? [] : [$"{what} has {length} characters"];
}
