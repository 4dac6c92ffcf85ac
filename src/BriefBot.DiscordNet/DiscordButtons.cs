using BriefBot.Chat.Gateways;
using BriefBot.Chat.Writing;
using BriefBot.Discord;
using Discord;
using Discord.WebSocket;
using Microsoft.Extensions.Logging;

namespace BriefBot.DiscordNet;

/// <summary>Handles pressed buttons.</summary>
internal static class DiscordButtons
{
    private static readonly Emoji Answered = new("✅");

    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(10);

    /// <summary>Starts the button's action and returns without waiting for it.</summary>
    public static Task Pressed(
        SocketMessageComponent button,
        IChatGateway gateway,
        ActionHandler actions,
        Action<ChatEvent> happened,
        TimeProvider time,
        ILogger logger
    )
    {
        _ = DoAsync(options => PressAsync(button, gateway, actions, happened, options), time, logger);
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

    private static async Task PressAsync(
        SocketMessageComponent button,
        IChatGateway gateway,
        ActionHandler actions,
        Action<ChatEvent> happened,
        RequestOptions options
    )
    {
        var (name, data) = PressedAction.ParseId(button.Data.CustomId);
        var pressed = new PressedAction
        {
            Name = name,
            Data = data,
            Author = DiscordMessages.Text(button.User.Id),
            Place = DiscordMessages.Place(button),
            MayManage = MayManage(button),
        };
        var result = await actions.PressAsync(gateway, pressed, options.CancelToken);
        if (result.DeletedQuestion is { } question)
        {
            await button.DeferAsync(options: options);
            happened(new ChatEvent.Deleted(question));
            await button.DeleteOriginalResponseAsync(options);
        }
        else if (result.SolvedPost is { } post)
        {
            await MarkAsync(button, post, options);
            await ShowAsync(button, result.Shown, options);
        }
        else if (result.Shown.Count > 0)
        {
            await ShowAsync(button, result.Shown, options);
        }
    }

    /// <summary>Shows messages only to the person who pressed the button.</summary>
    private static async Task ShowAsync(SocketMessageComponent button, IReadOnlyList<ChatMessage> shown, RequestOptions options)
    {
        var parts = shown.Select(message => DiscordParts.Create(DiscordRenderer.Render(message))).ToArray();
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

    /// <summary>Marks a post by a reaction to its first message.</summary>
    private static async Task MarkAsync(SocketMessageComponent button, string post, RequestOptions options)
    {
        if (await button.Channel.GetMessageAsync(DiscordMessages.Id(post), options: options) is { } first)
        {
            await first.AddReactionAsync(Answered, options);
        }
    }

    private static bool MayManage(SocketMessageComponent button) =>
        button.User is SocketGuildUser member
        && (
            button.Channel is IGuildChannel channel ? member.GetPermissions(channel).ManageMessages : member.GuildPermissions.ManageMessages
        );
}
