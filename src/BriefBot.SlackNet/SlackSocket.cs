using System.Reactive.Linq;
using BriefBot.Chat.Gateways;
using BriefBot.Slack;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json;
using SlackNet;
using SlackNet.Events;
using SlackNet.Interaction;
using SlackNet.SocketMode;
using Hello = SlackNet.SocketMode.Hello;

namespace BriefBot.SlackNet;

/// <summary>
/// The connection by Socket Mode: acknowledges each envelope at once, as Slack wants within three seconds, and passes it on. The library
/// connects again after each refresh.
/// </summary>
internal sealed class SlackSocket(
    ICoreSocketModeClient client,
    SlackJsonSettings settings,
    SlackWorkspaces workspaces,
    OpenCommands commands,
    TimeProvider time,
    ILogger logger
) : IDisposable
{
    /// <summary>The type of a payload that comes from a button.</summary>
    private const string Button = "block_actions";

    /// <summary>The type of a payload that comes from a form.</summary>
    private const string Form = "view_submission";

    /// <summary>The type of a payload that comes from the menu of a message.</summary>
    private const string Menu = "message_action";

    /// <summary>The subtype of a deleted message that has replies in its thread.</summary>
    private const string Tombstone = "tombstone";

    // One: the library opens others ten seconds later, which ends the process where the client is disposed of before they are open. Events
    // that come during a refresh are sent again by Slack, and messages are listed as missed.
    private static readonly SocketModeConnectionOptions OneConnection = new() { NumberOfConnections = 1 };

    public bool IsConnected => client.Connected;

    /// <summary>Connects, and passes on what Slack sends until it is disposed of.</summary>
    /// <param name="happened">Receives the events.</param>
    /// <param name="pressed">Receives pressed buttons; returns at once.</param>
    /// <param name="submitted">Receives submitted forms; returns at once.</param>
    /// <param name="started">Receives new threads of the assistant; returns at once.</param>
    /// <param name="cancellationToken">Ends the connection.</param>
    public async Task OpenAsync(
        Action<ChatEvent> happened,
        Action<BlockActionRequest> pressed,
        Action<ViewSubmission> submitted,
        Action<AssistantThreadStarted> started,
        CancellationToken cancellationToken
    )
    {
        client.Messages.OfType<Hello>().Subscribe(_ => happened(new ChatEvent.Connected()));
        client.Messages.OfType<SocketEnvelope>().Subscribe(envelope => _ = TakeAsync(envelope, happened, pressed, submitted, started));
        await client.Connect(OneConnection, cancellationToken);
    }

    public void Dispose() => client.Dispose();

    private async Task TakeAsync(
        SocketEnvelope envelope,
        Action<ChatEvent> happened,
        Action<BlockActionRequest> pressed,
        Action<ViewSubmission> submitted,
        Action<AssistantThreadStarted> started
    )
    {
        try
        {
            // What Slack sends again, because the acknowledgement was lost, has the same ids.
            var acknowledged = client.Send(envelope.SocketId, new Acknowledgement { EnvelopeId = envelope.EnvelopeId });
            switch (envelope)
            {
                case EventEnvelope { Payload: { } callback }:
                    Take(callback, happened, started);
                    break;
                case SlashCommandEnvelope { Payload: { } command }:
                    commands.Add(command.TriggerId, command.ResponseUrl);
                    happened(new ChatEvent.Said(SlackMessages.Parse(command, time.GetUtcNow())));
                    break;
                case InteractionEnvelope { Payload: { } payload } when $"{payload["type"]}" == Button:
                    pressed(payload.ToObject<BlockActionRequest>(JsonSerializer.Create(settings.SerializerSettings))!);
                    break;
                case InteractionEnvelope { Payload: { } payload } when $"{payload["type"]}" == Form:
                    submitted(payload.ToObject<ViewSubmission>(JsonSerializer.Create(settings.SerializerSettings))!);
                    break;
                case InteractionEnvelope { Payload: { } payload } when $"{payload["type"]}" == Menu:
                    Take(payload.ToObject<MessageShortcut>(JsonSerializer.Create(settings.SerializerSettings))!, happened);
                    break;
            }

            await acknowledged;
        }
        catch (Exception e)
        {
            // The exception may hold what somebody wrote.
            Log.LibraryTrouble(logger, "An event could not be read", e.GetType().Name);
        }
    }

    private void Take(MessageShortcut shortcut, Action<ChatEvent> happened)
    {
        if (shortcut.CallbackId == SlackNames.AnswerThis)
        {
            var asked = SlackMessages.Parse(shortcut, time.GetUtcNow());
            commands.Add(asked.Id, shortcut.ResponseUrl);
            happened(new ChatEvent.Said(asked));
        }
    }

    private void Take(EventCallback callback, Action<ChatEvent> happened, Action<AssistantThreadStarted> started)
    {
        switch (callback.Event)
        {
            case AssistantThreadStarted thread when workspaces.Find(callback.TeamId, thread.AssistantThread?.ChannelId) is not null:
                started(thread);
                break;
            // The library leaves out the field that names a bot; what a person wrote in a client has an id of the client's.
            case AppMention { Channel: { } channel } mention
                when mention.ClientMsgId != default && workspaces.Find(callback.TeamId, channel) is { } workspace:
                happened(new ChatEvent.Said(SlackMessages.Parse(mention, channel, workspace)));
                break;
            case MessageDeleted { Channel: { } channel, DeletedTs: { } time }:
                happened(new ChatEvent.Deleted(new SlackId(channel, time).ToString()));
                break;
            case MessageChanged { Channel: { } channel, Message: { Subtype: Tombstone, Ts: { } time } }:
                happened(new ChatEvent.Deleted(new SlackId(channel, time).ToString()));
                break;
            case MessageChanged { Channel: { } channel, Message: { } changed }
                when SlackMessages.IsWritten(changed) && workspaces.Find(callback.TeamId, channel) is { } workspace:
                happened(new ChatEvent.Edited(SlackMessages.Parse(changed, channel, workspace)));
                break;
            case MessageEvent { Channel: { } channel } message
                when SlackMessages.IsWritten(message) && workspaces.Find(callback.TeamId, channel) is { } workspace:
                happened(new ChatEvent.Said(SlackMessages.Parse(message, channel, workspace)));
                break;
        }
    }
}
