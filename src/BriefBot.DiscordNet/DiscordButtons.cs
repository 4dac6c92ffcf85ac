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
    /// <summary>The id of the text in a form.</summary>
    private const string TextOfForm = "text";

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

    /// <summary>Starts the action of a form that a button opened, and returns without waiting for it.</summary>
    public static Task Submitted(SocketModal form, IChatGateway gateway, ActionHandler actions, TimeProvider time, ILogger logger)
    {
        _ = DoAsync(
            async options =>
            {
                var text = form.Data.Components.FirstOrDefault(component => component.CustomId == TextOfForm)?.Value ?? "";
                var pressed = Action(form, form.Data.CustomId, form.Message) with { Text = text };
                await ShowAsync(form, (await actions.PressAsync(gateway, pressed, options.CancelToken)).Shown, options);
            },
            time,
            logger
        );
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
        var pressed = Action(button, button.Data.CustomId, button.Message);
        var result = await actions.PressAsync(gateway, pressed, options.CancelToken);
        if (result.Form is { } form)
        {
            await OpenAsync(button, form, options);
        }
        else if (result.DeletedQuestion is { } question)
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
        else
        {
            await ShowAsync(button, result.Shown, options);
        }
    }

    private static PressedAction Action(SocketInteraction interaction, string id, IMessage? below)
    {
        var (name, data) = PressedAction.ParseId(id);
        return new PressedAction
        {
            Name = name,
            Data = data,
            Author = DiscordMessages.Text(interaction.User.Id),
            Place = DiscordMessages.Place(interaction, below),
            MayManage = MayManage(interaction),
        };
    }

    /// <summary>Opens a form, whose id is that of the button.</summary>
    private static Task OpenAsync(SocketMessageComponent button, ActionForm form, RequestOptions options) =>
        button.RespondWithModalAsync(
            new ModalBuilder(form.Title, button.Data.CustomId)
                .AddTextInput(form.Label, TextOfForm, TextInputStyle.Paragraph, maxLength: form.MaxLength, required: true)
                .Build(),
            options
        );

    /// <summary>Shows messages only to the person who pressed the button.</summary>
    private static async Task ShowAsync(SocketInteraction button, IReadOnlyList<ChatMessage> shown, RequestOptions options)
    {
        if (shown.Count == 0)
        {
            return;
        }

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

    private static bool MayManage(SocketInteraction button) =>
        button.User is SocketGuildUser member
        && (
            button.Channel is IGuildChannel channel ? member.GetPermissions(channel).ManageMessages : member.GuildPermissions.ManageMessages
        );
}
