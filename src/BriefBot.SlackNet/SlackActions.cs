using BriefBot.Chat;
using BriefBot.Chat.Gateways;
using BriefBot.Chat.Writing;
using BriefBot.Slack;
using Microsoft.Extensions.Logging;
using SlackNet;
using SlackNet.Interaction;
using PlainText = SlackNet.Blocks.PlainText;

namespace BriefBot.SlackNet;

/// <summary>Handles pressed buttons.</summary>
internal sealed class SlackActions(
    IChatGateway gateway,
    ActionHandler actions,
    SlackWorkspaces workspaces,
    SlackSender sender,
    MessageForm form,
    SlackCalls calls,
    TimeProvider time,
    ILogger logger
)
{
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(10);

    /// <summary>Does what a button asks for. Never throws.</summary>
    public async Task PressAsync(BlockActionRequest pressed, Action<ChatEvent> happened)
    {
        try
        {
            using var late = new CancellationTokenSource(Within, time);
            if (pressed.Actions.FirstOrDefault() is { ActionId: { Length: > 0 } id })
            {
                await PressAsync(pressed, PressedAction.ParseId(id), happened, late.Token);
            }
        }
        catch (Exception e)
        {
            Log.ActionFailed(logger, e);
        }
    }

    private async Task PressAsync(
        BlockActionRequest pressed,
        (string Name, string Data) button,
        Action<ChatEvent> happened,
        CancellationToken cancellationToken
    )
    {
        if (button.Name == SlackNames.Share)
        {
            await sender.ShareAsync(button.Data, pressed, cancellationToken);
            return;
        }

        var place = SlackMessages.Place(pressed);
        var action = new PressedAction
        {
            Name = button.Name,
            Data = button.Data,
            Author = pressed.User.Id,
            Place = place,
        };
        var result = await actions.PressAsync(gateway, action, cancellationToken);
        if (result.DeletedQuestion is { } question)
        {
            happened(new ChatEvent.Deleted(question));
            try
            {
                await sender.DeleteAsync(place, place.Id, cancellationToken);
            }
            catch (SlackException)
            {
                // The bot is no member of the channel.
                await sender.DeleteOriginalAsync(pressed, cancellationToken);
            }
        }
        else if (button.Name == ActionNames.Passages && result.Shown.Count > 0)
        {
            await OpenAsync(pressed, result.Shown, cancellationToken);
        }
        else
        {
            foreach (var message in result.Shown)
            {
                await sender.ShowAsync(pressed, message, cancellationToken);
            }
        }
    }

    /// <summary>Shows passages in a window of their own, which Slack opens within three seconds.</summary>
    private Task OpenAsync(BlockActionRequest pressed, IReadOnlyList<ChatMessage> shown, CancellationToken cancellationToken) =>
        calls.TryAsync(
            token =>
                (workspaces.Find(pressed.Team?.Id, pressed.Channel?.Id) ?? workspaces.All[0]).Client.Views.Open(
                    pressed.TriggerId,
                    new ModalViewDefinition
                    {
                        Title = new PlainText { Text = BotTexts.Passages },
                        Close = new PlainText { Text = BotTexts.Close },
                        Blocks = [.. shown.SelectMany(form.Blocks)],
                    },
                    token
                ),
            cancellationToken
        );
}
