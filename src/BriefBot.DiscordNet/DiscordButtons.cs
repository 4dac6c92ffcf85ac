using BriefBot.Chat.Gateways;
using BriefBot.Chat.Writing;
using Discord;
using Discord.WebSocket;
using Microsoft.Extensions.Logging;

namespace BriefBot.DiscordNet;

/// <summary>What becomes of a pressed button.</summary>
internal static class DiscordButtons
{
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(10);

    /// <summary>Returns at once; what the button does is done meanwhile.</summary>
    public static Task Pressed(SocketMessageComponent button, Action<ChatEvent> happened, TimeProvider time, ILogger logger)
    {
        if (ButtonId.Read(button.Data.CustomId) is { Name: DiscordWriter.DeleteButton } id)
        {
            _ = DeleteAsync(button, id, happened, time, logger);
        }

        return Task.CompletedTask;
    }

    /// <summary>
    /// The whole reply goes, as if the question had been deleted; of one that is not remembered, after a restart, the message
    /// with the button.
    /// </summary>
    private static async Task DeleteAsync(SocketMessageComponent button, ButtonId id, Action<ChatEvent> happened, TimeProvider time, ILogger logger)
    {
        try
        {
            using var late = new CancellationTokenSource(AnswerWithin, time);
            var options = new RequestOptions { CancelToken = late.Token, RetryMode = RetryMode.RetryRatelimit };
            if (!MayDelete(button, id))
            {
                await button.RespondAsync(Words.MayNotDelete, ephemeral: true, allowedMentions: AllowedMentions.None, options: options);
                return;
            }

            await button.DeferAsync(options: options);
            happened(new ChatEvent.Deleted(id.Question));
            await button.DeleteOriginalResponseAsync(options);
        }
        catch (Exception e)
        {
            Log.NotDeleted(logger, e);
        }
    }

    private static bool MayDelete(SocketMessageComponent button, ButtonId id) =>
        DiscordMessages.Text(button.User.Id) == id.Author
        || (button.User is SocketGuildUser member && (button.Channel is IGuildChannel channel ? member.GetPermissions(channel).ManageMessages : member.GuildPermissions.ManageMessages));
}
