using BriefBot.Chat;
using BriefBot.Chat.Gateways;
using BriefBot.Chat.Writing;
using BriefBot.Slack;
using Microsoft.Extensions.Logging;
using SlackNet;
using SlackNet.Interaction;
using SlackNet.WebApi;
using MessageAction = BriefBot.Chat.Writing.MessageAction;
using MessageBlock = BriefBot.Chat.Writing.MessageBlock;
using MessageUpdateResponse = SlackNet.Interaction.MessageUpdateResponse;

namespace BriefBot.SlackNet;

/// <summary>
/// Sends, edits and deletes messages of Slack. A message whose sending failed with unknown effect is looked for before it is sent again.
/// </summary>
internal sealed class SlackSender(
    SlackWorkspaces workspaces,
    OpenCommands commands,
    MessageForm form,
    SlackCalls calls,
    TimeProvider time,
    ILogger logger
)
{
    /// <summary>The id of what was sent to a command, which has no message of its own.</summary>
    private const string Response = "response:";

    /// <summary>Maximum number of messages looked through for one that may have been sent.</summary>
    private const int LookedThrough = 100;

    /// <summary>Maximum number of messages remembered whose sending failed.</summary>
    private const int MaxTried = 1_000;

    /// <summary>An older question may have been answered by a process that is gone, before it could record so.</summary>
    private static readonly TimeSpan OfThisProcess = TimeSpan.FromSeconds(20);

    /// <summary>The errors by which Slack says that the bot may not write in a channel.</summary>
    private static readonly string[] NoMember =
    [
        "not_in_channel",
        "channel_not_found",
        "is_archived",
        "restricted_action",
        "restricted_action_thread_only_channel",
    ];

    private readonly Lock _lock = new();
    private readonly LruCache<string, bool> _tried = new(MaxTried);

    public async Task<string> SendAsync(IncomingMessage question, ChatMessage message, CancellationToken cancellationToken)
    {
        if (question.IsPrivate && commands.Find(question.Id) is { } address)
        {
            return await RespondAsync(question, address, message, cancellationToken);
        }

        if (message.IsPrivate && question.Kind != MessageKind.Direct)
        {
            return await WhisperAsync(question, message, cancellationToken);
        }

        try
        {
            return await PostAsync(workspaces.Of(question), question, message, cancellationToken);
        }
        catch (SlackException e) when (NoMember.Contains(e.ErrorCode))
        {
            Log.MayNotWrite(logger, question.Channel);
            if (commands.Find(question.Id) is not { } own)
            {
                throw;
            }

            // Slack takes the answer to a shortcut at its own address wherever it was used.
            return await RespondAsync(question, own, message, cancellationToken);
        }
    }

    /// <summary>Posts a message that is no reply.</summary>
    public Task<string> PostAsync(string channel, ChatMessage message, CancellationToken cancellationToken)
    {
        var place = new IncomingMessage
        {
            Id = channel,
            Network = SlackNames.Network,
            Channel = channel,
            Author = "",
            Kind = MessageKind.Direct,
            SentAt = time.GetUtcNow(),
            Text = "",
        };
        return PostAsync(workspaces.Of(channel), place, message, cancellationToken);
    }

    /// <summary>Shows a private answer to all in its channel, below its question.</summary>
    public async Task ShareAsync(string id, BlockActionRequest pressed, CancellationToken cancellationToken)
    {
        if (commands.Answer(id) is not { } kept)
        {
            await ShowAsync(pressed, ChatMessage.Say(BotTexts.NotKept), cancellationToken);
            return;
        }

        var question = MessageBlock.Line(new MessageSpan.Plain(kept.Question)) with { Style = BlockStyle.Quote };
        foreach (var (i, message) in kept.Messages.Index())
        {
            var shown = form.Create(i == 0 ? message with { Blocks = [question, .. message.Blocks] } : message, nonce: null);
            await RespondAsync(
                workspaces.Of(pressed.Channel.Id),
                pressed.ResponseUrl,
                new MessageResponse { ResponseType = ResponseType.InChannel, Message = shown },
                cancellationToken
            );
        }
    }

    /// <summary>Shows a message to the person who pressed a button.</summary>
    public Task ShowAsync(BlockActionRequest pressed, ChatMessage message, CancellationToken cancellationToken) =>
        RespondAsync(
            workspaces.Of(pressed.Channel.Id),
            pressed.ResponseUrl,
            new MessageResponse { ResponseType = ResponseType.Ephemeral, Message = form.Create(message, nonce: null) },
            cancellationToken
        );

    public async Task EditAsync(IncomingMessage question, string sentId, ChatMessage message, CancellationToken cancellationToken)
    {
        var workspace = workspaces.Of(question);
        if (SlackId.Parse(sentId) is { } sent && !sentId.StartsWith(Response, StringComparison.Ordinal))
        {
            var update = new MessageUpdate
            {
                ChannelId = sent.Channel,
                Ts = sent.Time,
                Text = SlackRenderer.RenderText(message),
                Blocks = form.Blocks(message),
                Attachments = [],
                Parse = ParseMode.None,
                LinkNames = false,
            };
            await calls.TryAgainAsync(token => workspace.Client.Chat.Update(update, token), cancellationToken);
        }
        else if (commands.Find(question.Id) is { } address)
        {
            var response = new MessageResponse
            {
                ResponseType = ResponseType.Ephemeral,
                ReplaceOriginal = true,
                Message = form.Create(message, nonce: null),
            };
            await RespondAsync(workspace, address, response, cancellationToken);
        }
    }

    /// <summary>One that is gone already is no failure.</summary>
    public async Task DeleteAsync(IncomingMessage question, string sentId, CancellationToken cancellationToken)
    {
        if (SlackId.Parse(sentId) is not { } sent || sentId.StartsWith(Response, StringComparison.Ordinal))
        {
            return;
        }

        try
        {
            await calls.TryAgainAsync(
                token => workspaces.Of(question).Client.Chat.Delete(sent.Time, sent.Channel, token),
                cancellationToken
            );
        }
        catch (SlackException e) when (e.ErrorCode == "message_not_found")
        {
            // Somebody else deleted it.
        }
    }

    /// <summary>Answers a command at its own address. A repeated answer would be shown twice, so it is not repeated.</summary>
    private async Task<string> RespondAsync(
        IncomingMessage question,
        string address,
        ChatMessage message,
        CancellationToken cancellationToken
    )
    {
        var isPrivate = question.IsPrivate || message.IsPrivate;
        if (question.IsPrivate)
        {
            commands.Keep(question.Id, question.Text, message);
        }

        var shown =
            question.IsPrivate && message.Actions.Count > 0
                ? message with
                {
                    Actions = [new MessageAction(SlackNames.Share, BotTexts.ShowToAll, question.Id), .. message.Actions],
                }
                : message;
        await RespondAsync(
            workspaces.Of(question),
            address,
            new MessageResponse
            {
                ResponseType = isPrivate ? ResponseType.Ephemeral : ResponseType.InChannel,
                Message = form.Create(shown, nonce: null),
            },
            cancellationToken
        );
        return Response + question.Id;
    }

    private Task<bool> RespondAsync(
        SlackWorkspace workspace,
        string address,
        MessageResponse response,
        CancellationToken cancellationToken
    ) =>
        calls.TryAsync(
            async token =>
            {
                await workspace.Client.Respond(address, new MessageUpdateResponse(response), token);
                return true;
            },
            cancellationToken
        );

    /// <summary>Sends a message that its author alone sees.</summary>
    private async Task<string> WhisperAsync(IncomingMessage question, ChatMessage message, CancellationToken cancellationToken)
    {
        var sent = form.Create(message, nonce: null);
        sent.Channel = question.Channel;
        sent.ThreadTs = SlackId.Parse(question.Thread) is { } thread && question.Thread != question.Id ? thread.Time : null;
        await calls.TryAsync(token => workspaces.Of(question).Client.Chat.PostEphemeral(question.Author, sent, token), cancellationToken);
        return Response + question.Id;
    }

    private async Task<string> PostAsync(
        SlackWorkspace workspace,
        IncomingMessage question,
        ChatMessage message,
        CancellationToken cancellationToken
    )
    {
        var nonce = MessageForm.Nonce(question.Id, message);
        if (MayBeSent(nonce, question) && await FindSentAsync(workspace, question, nonce, cancellationToken) is { } found)
        {
            Log.WasSent(logger);
            return found;
        }

        var sent = form.Create(message, nonce);
        sent.Channel = question.Channel;
        sent.ThreadTs = SlackId.Parse(question.Thread)?.Time;
        try
        {
            var posted = await calls.TryAsync(token => workspace.Client.Chat.PostMessage(sent, token), cancellationToken);
            return new SlackId(posted.Channel ?? question.Channel, posted.Ts).ToString();
        }
        catch (UnknownEffectException e)
        {
            lock (_lock)
            {
                _tried.Set(nonce, true);
            }

            throw new MessageNotSentException(e.Message, e);
        }
    }

    private bool MayBeSent(string nonce, IncomingMessage question)
    {
        lock (_lock)
        {
            return _tried.TryGet(nonce, out _) || time.GetUtcNow() - question.SentAt > OfThisProcess;
        }
    }

    /// <summary>Returns the id of a message that was sent in the place of a question, or null.</summary>
    private async Task<string?> FindSentAsync(
        SlackWorkspace workspace,
        IncomingMessage question,
        string nonce,
        CancellationToken cancellationToken
    )
    {
        var listed = await calls.TryAgainAsync(
            async token =>
                SlackId.Parse(question.Thread) is { } thread
                    ? await workspace.Client.Conversations.Replies(
                        thread.Channel,
                        thread.Time,
                        limit: LookedThrough,
                        includeAllMetadata: true,
                        cancellationToken: token
                    )
                    : await workspace.Client.Conversations.History(
                        question.Channel,
                        limit: LookedThrough,
                        includeAllMetadata: true,
                        cancellationToken: token
                    ),
            cancellationToken
        );
        var found = listed.Messages.FirstOrDefault(message =>
            message.Metadata?.EventType == SlackNames.Metadata && $"{message.Metadata.EventPayload?["id"]}" == nonce
        );
        return found is null ? null : new SlackId(question.Channel, found.Ts).ToString();
    }
}
