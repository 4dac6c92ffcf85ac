namespace BriefBot.Chat.Writing;

/// <summary>Writes replies as messages of a network.</summary>
public static class ReplyWriter
{
    /// <summary>Maximum number of characters of a reply; the last sentences of a longer answer are left out.</summary>
    private const int MaxLength = 8_000;

    /// <summary>Returns the reply in one message or more, in order, none longer than the network takes.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="format">The network's format.</param>
    /// <param name="question">The message that it replies to; null where it can't be deleted.</param>
    public static IReadOnlyList<ChatMessage> Write(Reply reply, MessageFormat format, IncomingMessage? question = null)
    {
        ArgumentNullException.ThrowIfNull(format);
        var messages = MessageSplitter.Split(MessageComposer.Create(reply, format.HasActions, question), format);
        var length = messages.Sum(message => message.Blocks.Sum(block => format.Markup.Write(block).Length));
        return length > MaxLength && ShorterReply.Create(reply) is { } shorter ? Write(shorter, format, question) : messages;
    }
}
