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

    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromMinutes(1);

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
        if ((question.IsPrivate || message.IsPrivate) && commands.Find(question.Id) is { } address)
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
        if (commands.TakeAnswer(id) is not { } kept)
        {
            await ShowAsync(pressed, ChatMessage.Say(BotTexts.NotKept), cancellationToken);
            return;
        }

        var question = MessageBlock.Line(new MessageSpan.Plain(kept.Question)) with { Style = BlockStyle.Quote };
        foreach (var (i, message) in kept.Messages.Index())
        {
            var shown = form.Create(i == 0 ? message with { Blocks = [question, .. message.Blocks] } : message, nonce: null);
            await RespondAsync(
                Workspace(pressed),
                pressed.ResponseUrl,
                new MessageResponse { ResponseType = ResponseType.InChannel, Message = shown },
                cancellationToken
            );
        }
    }

    /// <summary>
    /// Shows a message to the person who pressed a button, in the button's thread. The address of a response knows no threads.
    /// </summary>
    public Task ShowAsync(BlockActionRequest pressed, ChatMessage message, CancellationToken cancellationToken)
    {
        var shown = form.Create(message, nonce: null);
        if (pressed.Container is not { ThreadTs: { Length: > 0 } thread, IsEphemeral: false })
        {
            return RespondAsync(
                Workspace(pressed),
                pressed.ResponseUrl,
                new MessageResponse { ResponseType = ResponseType.Ephemeral, Message = shown },
                cancellationToken
            );
        }

        (shown.Channel, shown.ThreadTs) = (pressed.Channel.Id, thread);
        return calls.TryAsync(token => Workspace(pressed).Client.Chat.PostEphemeral(pressed.User.Id, shown, token), cancellationToken);
    }

    /// <summary>Deletes the message with a button at the button's own address, for answers that are no messages of a channel.</summary>
    public Task DeleteOriginalAsync(BlockActionRequest pressed, CancellationToken cancellationToken) =>
        RespondAsync(Workspace(pressed), pressed.ResponseUrl, new MessageResponse { DeleteOriginal = true }, cancellationToken);

    private SlackWorkspace Workspace(BlockActionRequest pressed) =>
        workspaces.Find(pressed.Team?.Id, pressed.Channel?.Id) ?? workspaces.Of(pressed.Channel?.Id ?? "");

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
            await EndStatusAsync(workspace, question, cancellationToken);
        }
        else if (commands.Find(question.Id) is { } address)
        {
            var response = new MessageResponse
            {
                ResponseType = question.IsPrivate ? ResponseType.Ephemeral : ResponseType.InChannel,
                ReplaceOriginal = true,
                Message = form.Create(WithShare(question, message), nonce: null),
            };
            await RespondAsync(workspace, address, response, cancellationToken);
            commands.TakeAnswer(question.Id);
            Keep(question, message);
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
        await RespondAsync(
            workspaces.Of(question),
            address,
            new MessageResponse
            {
                ResponseType = isPrivate ? ResponseType.Ephemeral : ResponseType.InChannel,
                Message = form.Create(WithShare(question, message), nonce: null),
            },
            cancellationToken
        );
        Keep(question, message);
        return Response + question.Id;
    }

    /// <summary>Keeps a private answer that was sent, so that it can be shown to all.</summary>
    private void Keep(IncomingMessage question, ChatMessage message)
    {
        if (question.IsPrivate)
        {
            commands.Keep(question.Id, question.Text, message);
        }
    }

    /// <summary>Adds the button that shows a private answer to all.</summary>
    private static ChatMessage WithShare(IncomingMessage question, ChatMessage message) =>
        !question.IsPrivate || message.Actions.Count == 0
            ? message
            : message with
            {
                Actions = [new MessageAction(SlackNames.Share, BotTexts.ShowToAll, question.Id), .. message.Actions],
            };

    /// <summary>Takes the status of a thread away: Slack does so for a new message, not for an edited one.</summary>
    private async Task EndStatusAsync(SlackWorkspace workspace, IncomingMessage question, CancellationToken cancellationToken)
    {
        if (SlackId.Parse(question.Thread) is { } thread)
        {
            try
            {
                await calls.TryAsync(
                    async token =>
                    {
                        await workspace.Client.AssistantThreads.SetStatus(thread.Channel, thread.Time, "", cancellationToken: token);
                        return true;
                    },
                    cancellationToken
                );
            }
            catch (Exception e) when (e is SlackException or MessageNotSentException or UnknownEffectException)
            {
                // It goes by itself after two minutes.
            }
        }
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
        // Slack lists the oldest replies of a thread first.
        var oldest = question.SentAt > DateTimeOffset.UnixEpoch ? SlackId.TimeOf(question.SentAt - ClocksDiffer) : null;
        var listed = await calls.TryAgainAsync(
            async token =>
                SlackId.Parse(question.Thread) is { } thread
                    ? await workspace.Client.Conversations.Replies(
                        thread.Channel,
                        thread.Time,
                        oldestTs: oldest,
                        limit: LookedThrough,
                        includeAllMetadata: true,
                        cancellationToken: token
                    )
                    : await workspace.Client.Conversations.History(
                        question.Channel,
                        oldestTs: oldest,
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
