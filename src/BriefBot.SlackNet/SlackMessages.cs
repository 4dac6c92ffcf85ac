using BriefBot.Chat;
using BriefBot.Slack;
using SlackNet.Events;
using SlackNet.Interaction;

namespace BriefBot.SlackNet;

/// <summary>Converts Slack's messages into the facts that Chat decides from.</summary>
internal static class SlackMessages
{
    /// <summary>The kinds of messages that somebody wrote; others tell of joins, topics and the like.</summary>
    private static readonly string?[] Written = [null, "", "file_share", "thread_broadcast", "me_message", "bot_message"];

    /// <summary>Returns whether somebody wrote the message.</summary>
    public static bool IsWritten(MessageEvent message) => Written.Contains(message.Subtype) && message.Ts is { Length: > 0 };

    /// <param name="message">The message.</param>
    /// <param name="channel">Its channel, which listed messages do not name.</param>
    /// <param name="workspace">Its workspace.</param>
    public static IncomingMessage Parse(MessageEventBase message, string channel, SlackWorkspace workspace)
    {
        var text = message.Text ?? "";
        var isDirect = channel.StartsWith('D');
        var inThread = message.ThreadTs is { Length: > 0 } thread ? thread : null;
        return new IncomingMessage
        {
            Id = new SlackId(channel, message.Ts).ToString(),
            Network = SlackNames.Network,
            Server = workspace.Team,
            Channel = channel,
            // Each question in a channel begins a thread, in which its answer stands.
            Thread =
                inThread is not null ? new SlackId(channel, inThread).ToString()
                : isDirect ? null
                : new SlackId(channel, message.Ts).ToString(),
            Author = message.User ?? "",
            IsFromBot =
                message is MessageEvent { BotId.Length: > 0 } or BotMessage || message.User == workspace.User || message.User is null,
            Kind =
                isDirect ? MessageKind.Direct
                : message is AppMention || SlackText.Mentions(text, workspace.User) ? MessageKind.Mention
                : MessageKind.Overheard,
            PingsEveryone = SlackText.PingsEveryone(text),
            PingsRole = SlackText.PingsGroup(text),
            RepliesTo = inThread is not null && inThread != message.Ts ? new SlackId(channel, inThread).ToString() : null,
            SentAt = SlackId.SentAt(message.Ts),
            Text = SlackText.Parse(text),
        };
    }

    /// <summary>Returns a command, whose answer its author alone sees.</summary>
    public static IncomingMessage Parse(SlashCommand command, DateTimeOffset now) =>
        new()
        {
            Id = command.TriggerId,
            Network = SlackNames.Network,
            Server = command.TeamId,
            Channel = command.ChannelId,
            Author = command.UserId,
            Kind = MessageKind.Command,
            IsPrivate = true,
            SentAt = now,
            Text = SlackText.Parse(command.Text ?? ""),
        };

    /// <summary>Returns the message whose menu was used, as a command of whoever used it; the answer stands in its thread.</summary>
    public static IncomingMessage Parse(MessageShortcut shortcut, DateTimeOffset now)
    {
        var channel = shortcut.Channel.Id;
        var message = shortcut.Message;
        return new IncomingMessage
        {
            // Once for a message, whoever asks for it and however often.
            Id = $"{new SlackId(channel, message.Ts)}#{SlackNames.AnswerThis}",
            Network = SlackNames.Network,
            Server = shortcut.Team?.Id,
            Channel = channel,
            Thread = new SlackId(channel, message.ThreadTs is { Length: > 0 } thread ? thread : message.Ts).ToString(),
            Author = shortcut.User.Id,
            Kind = MessageKind.Command,
            SentAt = now,
            Text = SlackText.Parse(message.Text ?? ""),
        };
    }

    /// <summary>Returns the message below which a button was pressed, as one that is replied to.</summary>
    public static IncomingMessage Place(BlockActionRequest pressed)
    {
        var channel = pressed.Channel?.Id ?? pressed.Container?.ChannelId ?? "";
        var time = pressed.Container?.MessageTs ?? "";
        return new IncomingMessage
        {
            Id = new SlackId(channel, time).ToString(),
            Network = SlackNames.Network,
            Server = pressed.Team?.Id,
            Channel = channel,
            Thread =
                pressed.Container?.ThreadTs is { Length: > 0 } thread ? new SlackId(channel, thread).ToString()
                : channel.StartsWith('D') ? null
                : new SlackId(channel, time).ToString(),
            Author = pressed.User.Id,
            Kind = MessageKind.Direct,
            Text = "",
        };
    }

    /// <summary>Returns the place of a form, which is in no channel.</summary>
    public static IncomingMessage Place(ViewSubmission form) =>
        new()
        {
            Id = "",
            Network = SlackNames.Network,
            Server = form.Team?.Id,
            Channel = "",
            Author = form.User.Id,
            Kind = MessageKind.Direct,
            Text = "",
        };
}
