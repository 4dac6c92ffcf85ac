using System.Text.Json.Nodes;
using BriefBot.Chat;
using BriefBot.Chat.Writing;

namespace BriefBot.Slack;

/// <summary>Creates rich text: its texts are shown as they are, so that nothing needs an escape.</summary>
internal static class SlackRichText
{
    /// <summary>Returns a block of rich text.</summary>
    /// <param name="blocks">The content; at least one.</param>
    public static JsonObject Create(IReadOnlyList<MessageBlock> blocks)
    {
        var elements = new JsonArray();
        var section = new JsonArray();
        foreach (var (i, block) in blocks.Index())
        {
            if (block.Style == BlockStyle.Quote || block.Spans[0] is MessageSpan.Code)
            {
                Flush(elements, section);
                section = [];
                Add(elements, block);
                continue;
            }

            // The element before begins a line of its own after it.
            Append(section, i == 0 || section.Count == 0 ? "" : ChatMarkup.Separator(block.Start), null);
            foreach (var span in block.Spans)
            {
                Append(section, span);
            }
        }

        Flush(elements, section);
        return new JsonObject { ["type"] = "rich_text", ["elements"] = elements };
    }

    /// <summary>Returns the text of a span.</summary>
    public static string TextOf(MessageSpan span) =>
        span switch
        {
            MessageSpan.Plain plain => plain.Text,
            MessageSpan.Strong strong => strong.Text,
            MessageSpan.Code code => code.Text,
            MessageSpan.Link link => link.Text,
            MessageSpan.Citations citations => string.Concat(citations.Numbers.Select(number => $"[{number}]")),
            MessageSpan.Mark mark => mark.Text,
            MessageSpan.Row row => TableRow.Text(row.Header, row.Cells),
            _ => "",
        };

    /// <summary>Returns text without characters that control a display.</summary>
    public static string Clean(string text) =>
        string.Concat(text.Select(character => character is not ('\n' or '\t') && MessageText.IsUnseen(character) ? ' ' : character));

    /// <summary>Adds code, with the numbers of its citations after it, or a quotation.</summary>
    private static void Add(JsonArray elements, MessageBlock block)
    {
        var isCode = block.Spans[0] is MessageSpan.Code;
        var inside = new JsonArray();
        foreach (var span in isCode ? [block.Spans[0]] : block.Spans)
        {
            Append(inside, span);
        }

        elements.Add(new JsonObject { ["type"] = isCode ? "rich_text_preformatted" : "rich_text_quote", ["elements"] = inside });
        var after = new JsonArray();
        foreach (var span in isCode ? block.Spans.Skip(1) : [])
        {
            Append(after, span);
        }

        Flush(elements, after);
    }

    private static void Flush(JsonArray elements, JsonArray section)
    {
        if (section.Count > 0)
        {
            elements.Add(new JsonObject { ["type"] = "rich_text_section", ["elements"] = section });
        }
    }

    private static void Append(JsonArray section, MessageSpan span)
    {
        switch (span)
        {
            case MessageSpan.Strong strong:
                Append(section, strong.Text, new JsonObject { ["bold"] = true });
                break;
            case MessageSpan.Link link when link.Text.Length > 0 && SlackMarkup.WebAddress(link.Url) is { } address:
                section.Add(Link(address, link.Text));
                break;
            case MessageSpan.Addresses { Urls: var urls }:
                AppendAddresses(section, [.. urls.Select(SlackMarkup.WebAddress).OfType<string>()]);
                break;
            default:
                Append(section, TextOf(span), null);
                break;
        }
    }

    private static void AppendAddresses(JsonArray section, IReadOnlyList<string> addresses)
    {
        foreach (var (i, address) in addresses.Index())
        {
            Append(section, i == 0 ? " (" : ", ", null);
            section.Add(Link(address, address));
        }

        Append(section, addresses.Count > 0 ? ")" : "", null);
    }

    private static JsonObject Link(string address, string text) =>
        new()
        {
            ["type"] = "link",
            ["url"] = address,
            ["text"] = Clean(text),
        };

    /// <summary>Adds text to the element before it where both look the same.</summary>
    private static void Append(JsonArray section, string text, JsonObject? style)
    {
        var clean = Clean(text);
        if (clean.Length == 0)
        {
            return;
        }

        if (section is [.., JsonObject last] && $"{last["type"]}" == "text" && JsonNode.DeepEquals(last["style"], style))
        {
            last["text"] = $"{last["text"]}{clean}";
            return;
        }

        var element = new JsonObject { ["type"] = "text", ["text"] = clean };
        if (style is not null)
        {
            element["style"] = style;
        }

        section.Add(element);
    }
}
