using System.Globalization;
using BriefBot.Chat;
using Discord;
using Discord.WebSocket;

namespace BriefBot.DiscordNet;

/// <summary>Converts Discord's messages into the facts that Chat decides from.</summary>
internal static class DiscordMessages
{
    public const string Network = "discord";

    /// <param name="message">The message.</param>
    /// <param name="self">The bot's own account.</param>
    /// <param name="mayRead">Whether the bot may read messages that do not name it.</param>
    public static IncomingMessage Parse(IMessage message, ulong self, bool mayRead)
    {
        var (server, channel, thread) = Place(message.Channel);
        var forum = Forum(message);
        var text = WithoutMention(message.Content ?? "", self);
        return new IncomingMessage
        {
            Id = Text(message.Id),
            Network = Network,
            Forum = forum,
            Server = server,
            Channel = channel,
            Thread = thread,
            IsInOwnThread = mayRead && message.Channel is IThreadChannel { OwnerId: var owner } && owner == self,
            Author = Text(message.Author.Id),
            Roles = Roles(message.Author, message.Channel),
            IsFromBot = message.Author.IsBot || message.Author.IsWebhook || message.Source != MessageSource.User,
            Kind = Kind(message, self),
            PingsEveryone = message.MentionedEveryone,
            PingsRole = message.MentionedRoleIds.Count > 0,
            RepliesTo =
                message.Reference?.MessageId is { IsSpecified: true, Value: var replied } && message.Type == MessageType.Reply
                    ? Text(replied)
                    : null,
            SentAt = message.Timestamp,
            Text = forum == ForumPart.Post ? $"{WithEnd(message.Channel.Name)} {text}" : text,
        };
    }

    public static IncomingMessage Parse(SocketCommandBase command, BotCommand name, string text, bool isPrivate)
    {
        var (server, channel, thread) = Place(command.Channel);
        return new IncomingMessage
        {
            Id = Text(command.Id),
            Network = Network,
            Server = server ?? (command.GuildId is { } guild ? Text(guild) : null),
            Channel = channel.Length > 0 ? channel : Text(command.ChannelId ?? 0),
            Thread = thread,
            Author = Text(command.User.Id),
            Roles = Roles(command.User, command.Channel),
            IsFromBot = command.User.IsBot,
            Kind = MessageKind.Command,
            Command = name,
            MayManage = command.User is SocketGuildUser { GuildPermissions.ManageGuild: true },
            IsPrivate = isPrivate,
            SentAt = command.CreatedAt,
            Text = text,
        };
    }

    /// <summary>Returns the message below which a button was pressed, as one that is replied to.</summary>
    public static IncomingMessage Place(SocketInteraction button, IMessage? below)
    {
        var (server, channel, thread) = Place(button.Channel);
        return new IncomingMessage
        {
            Id = below is null ? "" : Text(below.Id),
            Network = Network,
            Server = server,
            Channel = channel.Length > 0 ? channel : Text(button.ChannelId ?? 0),
            Thread = thread,
            Author = "",
            Kind = MessageKind.Direct,
            Text = "",
        };
    }

    public static string Text(ulong id) => id.ToString(CultureInfo.InvariantCulture);

    public static ulong Id(string text) => ulong.Parse(text, CultureInfo.InvariantCulture);

    private static (string? Server, string Channel, string? Thread) Place(IChannel? channel) =>
        channel switch
        {
            SocketThreadChannel { ParentChannel: { } parent } thread => (Text(thread.Guild.Id), Text(parent.Id), Text(thread.Id)),
            SocketGuildChannel inServer => (Text(inServer.Guild.Id), Text(inServer.Id), null),
            null => (null, "", null),
            _ => (null, Text(channel.Id), null),
        };

    /// <summary>Returns the part in a forum, whose post is a thread with the id of its first message.</summary>
    private static ForumPart Forum(IMessage message) =>
        message.Channel is not SocketThreadChannel { ParentChannel: SocketForumChannel } post ? ForumPart.None
        : post.Id == message.Id ? ForumPart.Post
        : ForumPart.Comment;

    /// <summary>Returns a title that ends as a sentence does, so that the text after it is another one.</summary>
    private static string WithEnd(string title) => title.Length > 0 && char.IsPunctuation(title[^1]) ? title : $"{title}.";

    /// <summary>
    /// Returns the roles, also that of everyone; of an author of a listed message they are known only while the library remembers the
    /// member.
    /// </summary>
    private static IReadOnlyList<string> Roles(IUser author, IChannel? channel) =>
        (author as SocketGuildUser ?? (channel as SocketGuildChannel)?.Guild.GetUser(author.Id)) is { } member
            ? [.. member.Roles.Select(role => Text(role.Id))]
            : [];

    private static MessageKind Kind(IMessage message, ulong self) =>
        message switch
        {
            { Channel: IDMChannel } => MessageKind.Direct,
            _ when Mentions(message.Content ?? "", self) => MessageKind.Mention,
            IUserMessage { ReferencedMessage.Author.Id: var author } when author == self => MessageKind.Reply,
            _ => MessageKind.Overheard,
        };

    private static bool Mentions(string text, ulong self) =>
        text.Contains($"<@{self}>", StringComparison.Ordinal) || text.Contains($"<@!{self}>", StringComparison.Ordinal);

    public static string WithoutMention(string text, ulong self) =>
        text.Replace($"<@{self}>", " ", StringComparison.Ordinal).Replace($"<@!{self}>", " ", StringComparison.Ordinal);
}
