using System.Text.Json.Nodes;
using BriefBot.Chat.Writing;

namespace BriefBot.Slack;

/// <summary>
/// Renders messages as Block Kit: text as rich text, in which nothing is markup or calls anybody, footnotes in small print below a line,
/// buttons at the end. Thread-safe.
/// </summary>
/// <remarks>
/// The limits are Slack's: https://docs.slack.dev/reference/block-kit/blocks and https://docs.slack.dev/reference/methods/chat.postMessage.
/// </remarks>
internal static class SlackRenderer
{
    /// <summary>The texts of all blocks of a message together, in characters.</summary>
    private const int MaxMessage = 11_500;

    /// <summary>The text of one block, in characters.</summary>
    private const int MaxBlock = 2_900;

    /// <summary>The text of a message without blocks, in characters; Slack cuts longer ones.</summary>
    private const int MaxText = 3_900;

    /// <summary>The format of messages of blocks.</summary>
    public static MessageFormat Format { get; } = new(new SlackMarkup(), MaxMessage) { MaxBlockLength = MaxBlock, HasActions = true };

    /// <summary>The format of messages of text alone.</summary>
    public static MessageFormat PlainFormat { get; } = new(new SlackMarkup(), MaxText);

    /// <summary>Returns the text of a message: all of a plain one, else the beginning, for notifications.</summary>
    public static string RenderText(ChatMessage message)
    {
        if (message.IsPlain)
        {
            return PlainFormat.Markup.Write(message);
        }

        // Cut before it is escaped, so that no escape is torn.
        var beginning = message.Blocks.TakeWhile(block => block.Style == BlockStyle.Text).DefaultIfEmpty(message.Blocks[0]);
        return PlainFormat.Markup.Write(MessageSplitter.Split(message with { Blocks = [.. beginning] }, PlainFormat)[0]);
    }

    /// <summary>Returns the blocks of a message, at most 50.</summary>
    public static JsonArray Render(ChatMessage message)
    {
        var blocks = new JsonArray();
        var group = new List<MessageBlock>();
        var length = 0;
        foreach (var block in message.Blocks)
        {
            var added = Format.Markup.Write(block).Length;
            if (group.Count > 0 && (IsSmall(block) != IsSmall(group[^1]) || length + added > MaxBlock))
            {
                blocks.Add(Create(group));
                if (block.Style == BlockStyle.Footnote && !IsSmall(group[^1]))
                {
                    blocks.Add(new JsonObject { ["type"] = "divider" });
                }

                group.Clear();
                length = 0;
            }

            group.Add(block);
            length += added + 2;
        }

        blocks.Add(Create(group));
        if (message.Actions.Count > 0)
        {
            blocks.Add(Actions(message.Actions));
        }

        return blocks;
    }

    private static bool IsSmall(MessageBlock block) => block.Style is BlockStyle.Footnote or BlockStyle.Small;

    /// <summary>Small print without links is a context block, whose text is small; mrkdwn would take marks of a title as its own.</summary>
    private static JsonObject Create(List<MessageBlock> group) =>
        IsSmall(group[0]) && !group.Any(block => block.Spans.Any(span => span is MessageSpan.Link or MessageSpan.Addresses))
            ? new JsonObject
            {
                ["type"] = "context",
                ["elements"] = new JsonArray(
                    new JsonObject
                    {
                        ["type"] = "plain_text",
                        ["text"] = Unseen(string.Join('\n', group.Select(block => PlainOf(block.Spans)))),
                        ["emoji"] = false,
                    }
                ),
            }
            : SlackRichText.Create(group);

    private static string PlainOf(IEnumerable<MessageSpan> spans) => string.Concat(spans.Select(SlackRichText.TextOf));

    private static string Unseen(string text) => SlackRichText.Clean(text) is { Length: > 0 } clean ? clean : " ";

    private static JsonObject Actions(IReadOnlyList<MessageAction> actions) =>
        new()
        {
            ["type"] = "actions",
            ["elements"] = new JsonArray([
                .. actions.Select(action =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["type"] = "button",
                            ["action_id"] = action.Id,
                            ["text"] = new JsonObject
                            {
                                ["type"] = "plain_text",
                                ["text"] = action.Label,
                                ["emoji"] = true,
                            },
                        }
                ),
            ]),
        };
}
