namespace BriefBot.Chat.Writing;

/// <summary>
/// Splits a message into as few as a network's length allows: between blocks, and a block that is longer than a message at the end of a
/// line, else between words, else anywhere that tears no character.
/// </summary>
internal static class MessageSplitter
{
    /// <summary>A cut that would leave less than this share of a message in it is not made at a line or a word.</summary>
    private const int LeastShare = 4;

    /// <summary>Returns the messages in order, the buttons below the last.</summary>
    public static IReadOnlyList<ChatMessage> Split(ChatMessage message, MessageFormat format)
    {
        var messages = new List<List<MessageBlock>>();
        var length = 0;
        foreach (var block in message.Blocks.SelectMany(block => Cut(block, format)))
        {
            var (added, separator) = (format.Markup.Write(block).Length, ChatMarkup.Separator(block.Start).Length);
            if (messages.Count == 0 || length + separator + added > format.MaxLength)
            {
                messages.Add([]);
                (length, separator) = (0, 0);
            }

            messages[^1].Add(block);
            length += separator + added;
        }

        return
        [
            .. messages.Select((blocks, i) => message with { Blocks = blocks, Actions = i == messages.Count - 1 ? message.Actions : [] }),
        ];
    }

    /// <summary>In parts that are short enough; itself where it is.</summary>
    private static IEnumerable<MessageBlock> Cut(MessageBlock block, MessageFormat format)
    {
        bool Fits(IEnumerable<MessageSpan> spans) => format.Markup.Write(block with { Spans = [.. spans] }).Length <= format.MaxBlockLength;
        if (Fits(block.Spans))
        {
            return [block];
        }

        var parts = new List<List<MessageSpan>> { new() };
        foreach (var span in Unmarked(block.Spans))
        {
            if (Fits([.. parts[^1], span]))
            {
                parts[^1].Add(span);
            }
            else if (TextOf(span) is { } text)
            {
                Add(parts, span, text, Fits);
            }
            else
            {
                parts.Add([.. TakeLastWord(parts[^1]), span]);
            }
        }

        return parts
            .Where(part => part.Count > 0)
            .Select((part, i) => block with { Start = i == 0 ? block.Start : BlockStart.Line, Spans = part });
    }

    /// <summary>Adds text over as many parts as it needs.</summary>
    private static void Add(List<List<MessageSpan>> parts, MessageSpan span, string text, Func<IEnumerable<MessageSpan>, bool> fits)
    {
        while (!fits([.. parts[^1], With(span, text)]))
        {
            var end = Longest(text.Length, length => fits([.. parts[^1], With(span, text[..length])]));
            if (end == 0 && parts[^1].Count > 0)
            {
                parts.Add([]);
                continue;
            }

            end = EndOf(text, Math.Max(end, 1));
            parts[^1].Add(With(span, text[..end].TrimEnd()));
            parts.Add([]);
            text = text[end..].TrimStart(' ', '\n');
        }

        if (text.Length > 0)
        {
            parts[^1].Add(With(span, text));
        }
    }

    /// <summary>Returns the largest length that fits; lengths that fit are those up to some length.</summary>
    private static int Longest(int most, Func<int, bool> fits)
    {
        var (least, limit) = (0, most);
        while (least < limit)
        {
            var middle = (least + limit + 1) / 2;
            (least, limit) = fits(middle) ? (middle, limit) : (least, middle - 1);
        }

        return least;
    }

    /// <summary>Returns the place at most <paramref name="most"/> at which the text is cut.</summary>
    private static int EndOf(string text, int most)
    {
        var before = text.AsSpan(0, Math.Min(text.Length, most + 1));
        var line = before.LastIndexOf('\n');
        var word = before.LastIndexOf(' ');
        return line > most / LeastShare ? line
            : word > most / LeastShare ? word
            : most > 1 && most < text.Length && char.IsLowSurrogate(text[most]) ? most - 1
            : most;
    }

    /// <summary>Takes the last word and the marks after it away, so that the number of a citation stays with the word.</summary>
    private static List<MessageSpan> TakeLastWord(List<MessageSpan> part)
    {
        var last = part.FindLastIndex(span => TextOf(span) is not null);
        if (last < 0 || part[last] is not MessageSpan.Plain { Text: var text } || text.LastIndexOf(' ') is not (> 0 and var space))
        {
            return [];
        }

        List<MessageSpan> taken = [new MessageSpan.Plain(text[(space + 1)..]), .. part[(last + 1)..]];
        part.RemoveRange(last, part.Count - last);
        part.Add(new MessageSpan.Plain(text[..space]));
        return taken;
    }

    /// <summary>Without highlights and links, whose text becomes one with the text around it.</summary>
    private static List<MessageSpan> Unmarked(IReadOnlyList<MessageSpan> spans)
    {
        var plain = new List<MessageSpan>();
        foreach (var span in spans)
        {
            var text = span switch
            {
                MessageSpan.Plain { Text: var said } => said,
                MessageSpan.Strong { Text: var said } => said,
                MessageSpan.Link { Text: var said } => said,
                MessageSpan.Row row => TableRow.Text(row.Header, row.Cells),
                _ => null,
            };
            if (text is not null && plain is [.., MessageSpan.Plain { Text: var before }])
            {
                plain[^1] = new MessageSpan.Plain(before + text);
            }
            else
            {
                plain.Add(text is not null ? new MessageSpan.Plain(text) : span);
            }
        }

        return plain;
    }

    private static string? TextOf(MessageSpan span) =>
        span switch
        {
            MessageSpan.Plain { Text: var text } => text,
            MessageSpan.Code { Text: var text } => text,
            _ => null,
        };

    private static MessageSpan With(MessageSpan span, string text) =>
        span is MessageSpan.Code ? new MessageSpan.Code(text) : new MessageSpan.Plain(text);
}
