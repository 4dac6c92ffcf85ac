using BriefBot.Chat;
using BriefBot.Chat.Editors;
using BriefBot.Chat.Gateways;
using BriefBot.Chat.Memory;
using BriefBot.Chat.Writing;
using Discord;
using Discord.WebSocket;
using Microsoft.Extensions.Logging;

namespace BriefBot.DiscordNet;

/// <summary>Handles pressed buttons.</summary>
internal static class DiscordButtons
{
    private const string Passages = DiscordWriter.PassagesButton + ":";

    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(10);

    /// <summary>Starts the button's action and returns without waiting for it.</summary>
    public static Task Pressed(
        SocketMessageComponent button,
        IChatGateway gateway,
        QuotedPassages passages,
        AnswerVotes votes,
        EditorQuestions editors,
        WaitingAskers askers,
        Action<ChatEvent> happened,
        TimeProvider time,
        ILogger logger
    )
    {
        if (ButtonId.Read(button.Data.CustomId) is { Name: DiscordWriter.DeleteButton } id)
        {
            _ = DoAsync(options => DeleteAsync(button, id, happened, options), time, logger);
        }
        else if (button.Data.CustomId.StartsWith(Passages, StringComparison.Ordinal))
        {
            _ = DoAsync(options => ShowAsync(button, passages.Show(button.Data.CustomId[Passages.Length..]), options), time, logger);
        }
        else if (votes.Press(DiscordMessages.Network, DiscordMessages.Text(button.User.Id), button.Data.CustomId) is { } told)
        {
            _ = DoAsync(options => ShowAsync(button, [told], options), time, logger);
        }
        else if (askers.Press(gateway, button.Data.CustomId, DiscordMessages.Place(button)) is { } promised)
        {
            _ = DoAsync(options => ShowAsync(button, [promised], options), time, logger);
        }
        else if (button.Data.CustomId.StartsWith(EditorQuestions.Button + ":", StringComparison.Ordinal))
        {
            _ = DoAsync(options => AskEditorsAsync(button, gateway, editors, options), time, logger);
        }

        return Task.CompletedTask;
    }

    private static async Task DoAsync(Func<RequestOptions, Task> what, TimeProvider time, ILogger logger)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            using var late = new CancellationTokenSource(AnswerWithin, time);
            await what(new RequestOptions { CancelToken = late.Token, RetryMode = RetryMode.RetryRatelimit });
        }
        catch (Exception e)
        {
            Log.ButtonFailed(logger, e);
        }
    }

    private static async Task AskEditorsAsync(
        SocketMessageComponent button,
        IChatGateway gateway,
        EditorQuestions editors,
        RequestOptions options
    )
    {
        var told = await editors.PressAsync(gateway, button.Data.CustomId, DiscordMessages.Place(button), options.CancelToken);
        await ShowAsync(button, told is null ? [] : [told], options);
    }

    private static Task ShowAsync(SocketMessageComponent button, Reply reply, RequestOptions options) =>
        ShowAsync(button, DiscordWriter.Write(reply), options);

    /// <summary>Shows messages only to the person who pressed the button.</summary>
    private static async Task ShowAsync(SocketMessageComponent button, IReadOnlyList<ReplyPart> shown, RequestOptions options)
    {
        var parts = shown.Select(part => DiscordParts.Create(part with { IsPrivate = true }, null)).ToArray();
        await button.RespondAsync(
            components: parts[0],
            ephemeral: true,
            allowedMentions: AllowedMentions.None,
            flags: MessageFlags.ComponentsV2,
            options: options
        );
        foreach (var part in parts.Skip(1))
        {
            await button.FollowupAsync(
                components: part,
                ephemeral: true,
                allowedMentions: AllowedMentions.None,
                flags: MessageFlags.ComponentsV2,
                options: options
            );
        }
    }

    /// <summary>
    /// The whole reply goes, as if the question had been deleted; of one that is not remembered, after a restart, the message
    /// with the button.
    /// </summary>
    private static async Task DeleteAsync(SocketMessageComponent button, ButtonId id, Action<ChatEvent> happened, RequestOptions options)
    {
        if (!MayDelete(button, id))
        {
            await button.RespondAsync(BotTexts.MayNotDelete, ephemeral: true, allowedMentions: AllowedMentions.None, options: options);
            return;
        }

        await button.DeferAsync(options: options);
        happened(new ChatEvent.Deleted(id.Question));
        await button.DeleteOriginalResponseAsync(options);
    }

    private static bool MayDelete(SocketMessageComponent button, ButtonId id) =>
        DiscordMessages.Text(button.User.Id) == id.Author
        || (
            button.User is SocketGuildUser member
            && (
                button.Channel is IGuildChannel channel
                    ? member.GetPermissions(channel).ManageMessages
                    : member.GuildPermissions.ManageMessages
            )
        );
}
