using BriefBot.Chat;
using BriefBot.Chat.Gateways;
using BriefBot.Chat.Writing;
using BriefBot.Discord;
using Discord;
using Discord.WebSocket;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BriefBot.DiscordNet;

/// <summary>
/// Connects Chat to Discord through Discord.Net. Only translates: Chat decides which messages are for the bot, in which order and how often
/// they are answered.
/// </summary>
internal sealed class DiscordGateway(
    IOptions<DiscordOptions> options,
    ActionHandler actions,
    QuestionSuggestions suggestions,
    TimeProvider time,
    ILogger<DiscordGateway> logger
) : IChatGateway, IMessageEditor, IWorkIndicator, IThreadOpener, IMissedMessages, IChannelPoster, IConnectionState, IPlainForm, IDisposable
{
    private static readonly TimeSpan CloseWithin = TimeSpan.FromSeconds(1);

    private readonly OpenCommands _commands = new();
    private DiscordShardedClient? _client;
    private DiscordConnection? _connection;
    private DiscordSender? _sender;

    public string Network => DiscordMessages.Network;

    public MessageFormat Format => DiscordRenderer.Format;

    public MessageFormat PlainFormat => DiscordRenderer.PlainFormat;

    public bool IsConnected => _connection?.IsAlive == true;

    public TimeSpan? Latency => _connection?.Latency;

    public async Task ListenAsync(Action<ChatEvent> happened, CancellationToken cancellationToken)
    {
        _client?.Dispose();
        var client = _client = DiscordClient.Create(options.Value);
        var connection = _connection = new DiscordConnection(client, time);
        try
        {
            _sender = new DiscordSender(client, _commands, new DiscordCalls(time), logger);
            Subscribe(client, happened, cancellationToken);
            await connection.OpenAsync(options.Value.Token, cancellationToken);
            await connection.Ended.WaitAsync(cancellationToken);
        }
        finally
        {
            await StopAsync(client);
        }
    }

    public void Dispose() => _client?.Dispose();

    /// <summary>The library returns before the connection is closed.</summary>
    private static async Task StopAsync(DiscordShardedClient client)
    {
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var open = client.Shards?.Count(shard => shard.ConnectionState != ConnectionState.Disconnected) ?? 0;
        client.ShardDisconnected += (_, _) =>
        {
            if (Interlocked.Decrement(ref open) == 0)
            {
                closed.TrySetResult();
            }

            return Task.CompletedTask;
        };
        if (open > 0)
        {
            await client.StopAsync();
            await closed.Task.WaitAsync(CloseWithin).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public async Task<IReadOnlyList<IncomingMessage>> FindMissedAsync(
        DateTimeOffset since,
        IReadOnlyList<string> places,
        CancellationToken cancellationToken
    ) =>
        _client is { } client ? await MissedMessages.FindAsync(client, options.Value.MessageContent, since, places, cancellationToken) : [];

    public Task<string> PostAsync(string channel, ChatMessage message, CancellationToken cancellationToken) =>
        Sender.PostAsync(channel, message, cancellationToken);

    public Task<string> SendAsync(IncomingMessage question, ChatMessage message, CancellationToken cancellationToken) =>
        Sender.SendAsync(question, message, cancellationToken);

    public Task<string?> OpenThreadAsync(IncomingMessage question, CancellationToken cancellationToken) =>
        Sender.OpenThreadAsync(question, cancellationToken);

    public Task EditAsync(IncomingMessage question, string sentId, ChatMessage message, CancellationToken cancellationToken) =>
        Sender.EditAsync(question, sentId, message, cancellationToken);

    public Task DeleteAsync(IncomingMessage question, string sentId, CancellationToken cancellationToken) =>
        Sender.DeleteAsync(question, sentId, cancellationToken);

    public Task ShowWorkAsync(IncomingMessage message, CancellationToken cancellationToken) =>
        Sender.ShowWorkAsync(message, cancellationToken);

    private DiscordSender Sender => _sender ?? throw new MessageNotSentException("There is no connection yet.");

    /// <summary>Everything is handed on at once: the library waits for its handlers before it reads on.</summary>
    private void Subscribe(DiscordShardedClient client, Action<ChatEvent> happened, CancellationToken stopping)
    {
        client.ShardReady += shard =>
        {
            Log.Connected(logger, shard.CurrentUser.Username, shard.ShardId, shard.Guilds.Count);
            if (options.Value.Presence.Length > 0)
            {
                _ = shard.SetCustomStatusAsync(options.Value.Presence);
            }

            happened(new ChatEvent.Connected());
            if (shard == client.Shards.First())
            {
                _ = RegisterAsync(shard);
            }

            return Task.CompletedTask;
        };
        client.ShardDisconnected += (lost, _) =>
        {
            if (!stopping.IsCancellationRequested)
            {
                Log.Lost(logger, lost);
            }

            return Task.CompletedTask;
        };
        client.MessageReceived += message =>
            Hand(happened, new ChatEvent.Said(DiscordMessages.Parse(message, client.CurrentUser.Id, options.Value.MessageContent)));
        client.MessageUpdated += (_, message, _) =>
            Hand(happened, new ChatEvent.Edited(DiscordMessages.Parse(message, client.CurrentUser.Id, options.Value.MessageContent)));
        client.MessageDeleted += (message, _) => Hand(happened, new ChatEvent.Deleted(DiscordMessages.Text(message.Id)));
        client.MessagesBulkDeleted += (messages, _) =>
        {
            foreach (var message in messages)
            {
                happened(new ChatEvent.Deleted(DiscordMessages.Text(message.Id)));
            }

            return Task.CompletedTask;
        };
        SubscribeToInteractions(client, happened);
        client.JoinedGuild += server =>
        {
            Log.Invited(logger, server.Id);
            return LookAround(server);
        };
        client.GuildAvailable += LookAround;
        client.LeftGuild += server =>
        {
            Log.Left(logger, server.Id);
            return Task.CompletedTask;
        };
        client.Log += message =>
        {
            LogLibrary(message, stopping.IsCancellationRequested);
            return Task.CompletedTask;
        };
    }

    private void SubscribeToInteractions(DiscordShardedClient client, Action<ChatEvent> happened)
    {
        client.SlashCommandExecuted += command => Take(command, happened);
        client.MessageCommandExecuted += command =>
        {
            _commands.Add(DiscordMessages.Text(command.Id), command);
            var text = DiscordMessages.WithoutMention(command.Data.Message.Content ?? "", client.CurrentUser.Id);
            return Hand(happened, new ChatEvent.Said(DiscordMessages.Parse(command, BotCommand.Ask, text, isPrivate: false)));
        };
        client.AutocompleteExecuted += typed => DiscordSuggestions.Suggest(typed, suggestions, time, logger);
        client.ModalSubmitted += form => DiscordButtons.Submitted(form, this, actions, time, logger);
        client.ButtonExecuted += button => DiscordButtons.Pressed(button, this, actions, happened, time, logger);
    }

    private static Task Hand(Action<ChatEvent> happened, ChatEvent what)
    {
        happened(what);
        return Task.CompletedTask;
    }

    private Task Take(SocketSlashCommand command, Action<ChatEvent> happened)
    {
        var given = command.Data.Options.ToDictionary(option => option.Name, option => option.Value);
        var text = given.GetValueOrDefault(DiscordCommandNames.Question) as string ?? "";
        var name = DiscordCommandNames.Parse(command.Data.Name);
        var isPrivate = name != BotCommand.Ask || given.GetValueOrDefault(DiscordCommandNames.Private) is true;
        _commands.Add(DiscordMessages.Text(command.Id), command);
        var message = DiscordMessages.Parse(command, name, text, isPrivate);
        return Hand(
            happened,
            new ChatEvent.Said(name == BotCommand.Settings ? message with { Change = DiscordSettings.Parse(command.Data) } : message)
        );
    }

    private Task LookAround(SocketGuild server)
    {
        if (
            server.TextChannels.All(channel => server.CurrentUser?.GetPermissions(channel) is not { ViewChannel: true, SendMessages: true })
        )
        {
            Log.MayWriteNowhere(logger, server.Id);
        }

        return Task.CompletedTask;
    }

    private async Task RegisterAsync(DiscordSocketClient shard)
    {
        try
        {
            using var late = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            await DiscordCommands.RegisterAsync(
                shard,
                options.Value.MessageContent,
                new RequestOptions { CancelToken = late.Token, RetryMode = RetryMode.RetryRatelimit }
            );
        }
        catch (Exception e)
        {
            Log.NotRegistered(logger, e);
        }
    }

    private void LogLibrary(LogMessage message, bool isStopping)
    {
        if (message.Severity <= LogSeverity.Warning && !isStopping)
        {
            Log.LibraryTrouble(logger, message.Source, message.Message ?? "", message.Exception);
        }
        else
        {
            Log.Library(logger, message.Source, message.Message ?? "", message.Exception);
        }
    }
}
