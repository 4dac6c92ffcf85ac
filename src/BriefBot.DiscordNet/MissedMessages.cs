using BriefBot.Chat;
using Discord;
using Discord.Net;
using Discord.WebSocket;

namespace BriefBot.DiscordNet;

/// <summary>Lists the messages of channels that the bot can read, to answer those that were written while it was away.</summary>
internal static class MissedMessages
{
    /// <summary>Maximum number of channels asked, each with one request.</summary>
    private const int MaxChannels = 100;

    /// <summary>Maximum number of messages of a channel, as Discord allows in one request.</summary>
    private const int MaxMessages = 100;

    /// <summary>Returns the messages since a time that mention the bot or reply to it, or all if it may read them, oldest first.</summary>
    /// <remarks>
    /// A channel that can't be read is passed over. Discord lists direct messages to no bot: those of known places are asked for.
    /// </remarks>
    /// <param name="client">The client.</param>
    /// <param name="mayRead">Whether the bot may read messages that do not name it.</param>
    /// <param name="since">The time.</param>
    /// <param name="places">The ids of channels of remembered conversations.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task<IReadOnlyList<IncomingMessage>> FindAsync(
        DiscordShardedClient client,
        bool mayRead,
        DateTimeOffset since,
        IReadOnlyList<string> places,
        CancellationToken cancellationToken
    )
    {
        var request = new RequestOptions { CancelToken = cancellationToken, RetryMode = RetryMode.RetryRatelimit };
        var found = new List<IMessage>();
        foreach (var channel in await ChannelsAsync(client, places, request))
        {
            try
            {
                var after = SnowflakeUtils.ToSnowflake(since);
                found.AddRange(
                    await channel.GetMessagesAsync(after, Direction.After, MaxMessages, CacheMode.AllowDownload, request).FlattenAsync()
                );
            }
            catch (HttpException)
            {
                // It may have been deleted or closed to the bot meanwhile.
            }
        }

        var self = client.CurrentUser.Id;
        return
        [
            .. found
                .Where(message => message.Author.Id != self)
                .OrderBy(message => message.Timestamp)
                .Select(message => DiscordMessages.Parse(message, self, mayRead))
                .Where(message => mayRead || message.Kind != MessageKind.Overheard),
        ];
    }

    private static async Task<IEnumerable<IMessageChannel>> ChannelsAsync(
        DiscordShardedClient client,
        IReadOnlyList<string> places,
        RequestOptions request
    )
    {
        var channels = new List<IMessageChannel>();
        foreach (var place in places.Select(DiscordMessages.Id).Where(id => client.GetChannel(id) is null))
        {
            try
            {
                if (await client.Rest.GetChannelAsync(place, request) is IDMChannel direct)
                {
                    channels.Add(direct);
                }
            }
            catch (HttpException)
            {
                // It is gone, or its server has left the bot.
            }
        }

        channels.AddRange(client.Guilds.SelectMany(server => server.TextChannels.Where(channel => MayRead(server, channel))));
        return channels.Take(MaxChannels);
    }

    private static bool MayRead(SocketGuild server, SocketTextChannel channel) =>
        server.CurrentUser?.GetPermissions(channel) is { ViewChannel: true, ReadMessageHistory: true };
}
