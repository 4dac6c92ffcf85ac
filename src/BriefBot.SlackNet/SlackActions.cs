using BriefBot.Chat;
using BriefBot.Chat.Gateways;
using BriefBot.Chat.Writing;
using BriefBot.Slack;
using Microsoft.Extensions.Logging;
using SlackNet;
using SlackNet.Interaction;
using InputBlock = SlackNet.Blocks.InputBlock;
using PlainText = SlackNet.Blocks.PlainText;
using PlainTextInput = SlackNet.Blocks.PlainTextInput;
using PlainTextInputValue = SlackNet.Blocks.PlainTextInputValue;

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
    /// <summary>The id of the text in a form.</summary>
    private const string TextOfForm = "text";

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

    /// <summary>Does what a form asks for; Slack closes it. Never throws.</summary>
    public async Task SubmitAsync(ViewSubmission form)
    {
        try
        {
            using var late = new CancellationTokenSource(Within, time);
            var (name, data) = PressedAction.ParseId(form.View.CallbackId ?? "");
            var action = new PressedAction
            {
                Name = name,
                Data = data,
                Author = form.User.Id,
                Text = form.View.State?.GetValue<PlainTextInputValue>(TextOfForm)?.Value ?? "",
                Place = SlackMessages.Place(form),
            };
            await actions.PressAsync(gateway, action, late.Token);
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
        else if (result.Form is { } form)
        {
            await OpenAsync(pressed, form, cancellationToken);
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

    /// <summary>Shows passages in a window of their own.</summary>
    private Task OpenAsync(BlockActionRequest pressed, IReadOnlyList<ChatMessage> shown, CancellationToken cancellationToken) =>
        OpenAsync(
            pressed,
            new ModalViewDefinition
            {
                Title = new PlainText { Text = BotTexts.Passages },
                Close = new PlainText { Text = BotTexts.Close },
                Blocks = [.. shown.SelectMany(form.Blocks)],
            },
            cancellationToken
        );

    /// <summary>Opens a form, whose id is that of the button.</summary>
    private Task OpenAsync(BlockActionRequest pressed, ActionForm asked, CancellationToken cancellationToken) =>
        OpenAsync(
            pressed,
            new ModalViewDefinition
            {
                CallbackId = pressed.Actions[0].ActionId,
                Title = new PlainText { Text = asked.Title },
                Submit = new PlainText { Text = BotTexts.Send },
                Close = new PlainText { Text = BotTexts.Cancel },
                Blocks =
                [
                    new InputBlock
                    {
                        BlockId = TextOfForm,
                        Label = new PlainText { Text = asked.Label },
                        Element = new PlainTextInput
                        {
                            ActionId = TextOfForm,
                            Multiline = true,
                            MaxLength = asked.MaxLength,
                        },
                    },
                ],
            },
            cancellationToken
        );

    /// <summary>Opens a window, which Slack does within three seconds.</summary>
    private Task OpenAsync(BlockActionRequest pressed, ModalViewDefinition window, CancellationToken cancellationToken) =>
        calls.TryAsync(
            token =>
                (workspaces.Find(pressed.Team?.Id, pressed.Channel?.Id) ?? workspaces.All[0]).Client.Views.Open(
                    pressed.TriggerId,
                    window,
                    token
                ),
            cancellationToken
        );
}
