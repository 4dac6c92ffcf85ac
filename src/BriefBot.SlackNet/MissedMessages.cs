using BriefBot.Chat;
using BriefBot.Slack;
using Microsoft.Extensions.Logging;
using SlackNet;
using SlackNet.WebApi;

namespace BriefBot.SlackNet;

/// <summary>Lists the messages of channels and conversations that the bot is a member of.</summary>
internal static class MissedMessages
{
    /// <summary>Maximum number of channels asked in a workspace, each with one request.</summary>
    private const int MaxChannels = 100;

    private const int MaxMessages = 100;

    private static readonly ConversationType[] Kinds =
    [
        ConversationType.PublicChannel,
        ConversationType.PrivateChannel,
        ConversationType.Mpim,
        ConversationType.Im,
    ];

    /// <summary>Returns the messages since a time, oldest first; as many as Slack's limits allow.</summary>
    /// <param name="workspaces">The workspaces.</param>
    /// <param name="since">The time.</param>
    /// <param name="places">The ids of threads of remembered conversations.</param>
    /// <param name="logger">The log.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task<IReadOnlyList<IncomingMessage>> FindAsync(
        SlackWorkspaces workspaces,
        DateTimeOffset since,
        IReadOnlyList<string> places,
        ILogger logger,
        CancellationToken cancellationToken
    )
    {
        var found = new List<IncomingMessage>();
        var oldest = SlackId.TimeOf(since);
        foreach (var workspace in workspaces.All)
        {
            var channels = await workspace.Client.Users.Conversations(
                excludeArchived: true,
                limit: MaxChannels,
                types: Kinds,
                cancellationToken: cancellationToken
            );
            foreach (var channel in channels.Channels)
            {
                workspaces.Find(workspace.Team, channel.Id);
                found.AddRange(
                    await ListAsync(
                        workspace,
                        channel.Id,
                        async () =>
                            await workspace.Client.Conversations.History(
                                channel.Id,
                                oldestTs: oldest,
                                limit: MaxMessages,
                                cancellationToken: cancellationToken
                            ),
                        logger
                    )
                );
            }
        }

        foreach (var thread in places.Select(SlackId.Parse).OfType<SlackId>().Take(MaxChannels))
        {
            var workspace = workspaces.Of(thread.Channel);
            found.AddRange(
                await ListAsync(
                    workspace,
                    thread.Channel,
                    () =>
                        workspace.Client.Conversations.Replies(
                            thread.Channel,
                            thread.Time,
                            oldestTs: oldest,
                            limit: MaxMessages,
                            cancellationToken: cancellationToken
                        ),
                    logger
                )
            );
        }

        // A thread is listed with its first message, whatever its age.
        return [.. found.Where(message => message.SentAt >= since).DistinctBy(message => message.Id).OrderBy(message => message.SentAt)];
    }

    private static async Task<IReadOnlyList<IncomingMessage>> ListAsync(
        SlackWorkspace workspace,
        string channel,
        Func<Task<ConversationMessagesResponse>> list,
        ILogger logger
    )
    {
        try
        {
            return
            [
                .. (await list())
                    .Messages.Where(SlackMessages.IsWritten)
                    .Select(message => SlackMessages.Parse(message, channel, workspace))
                    .Where(message => !message.IsFromBot),
            ];
        }
        catch (Exception e) when (e is SlackException or SlackRateLimitException or HttpRequestException)
        {
            // The bot may have been removed from it; or Slack limits the rate, and the rest is not listed either.
            Log.NotListed(logger, e, channel);
            return [];
        }
    }
}
