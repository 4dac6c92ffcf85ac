using BriefBot.Chat;
using BriefBot.Chat.Gateways;
using BriefBot.Chat.Writing;
using BriefBot.Slack;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SlackNet;
using SlackNet.Events;
using SlackNet.SocketMode;
using SlackNet.WebApi;

namespace BriefBot.SlackNet;

/// <summary>
/// Connects Chat to Slack through SlackNet. Only translates: Chat decides which messages are for the bot, in which order and how often they
/// are answered.
/// </summary>
internal sealed class SlackGateway(
    IOptions<SlackOptions> options,
    ActionHandler actions,
    QuestionSuggestions suggestions,
    TimeProvider time,
    ILogger<SlackGateway> logger
) : IChatGateway, IMessageEditor, IWorkIndicator, IMissedMessages, IChannelPoster, IConnectionState, IPlainForm, IDisposable
{
    /// <summary>Number of prompts suggested in a new thread of the assistant, as Slack shows them.</summary>
    private const int Prompts = 4;

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    /// <summary>Time without a connection after which all of it is made anew, so that a token that is refused meanwhile is found.</summary>
    private static readonly TimeSpan LongestAway = TimeSpan.FromSeconds(30);

    private static readonly string[] Refused =
    [
        "invalid_auth",
        "not_authed",
        "not_allowed_token_type",
        "account_inactive",
        "token_revoked",
        "token_expired",
        "missing_scope",
    ];

    private readonly HttpClient _http = new(new TypedResponses());
    private readonly OpenCommands _commands = new();
    private SlackSocket? _socket;
    private SlackWorkspaces? _workspaces;
    private SlackSender? _sender;

    public string Network => SlackNames.Network;

    public MessageFormat Format => SlackRenderer.Format;

    public MessageFormat PlainFormat => SlackRenderer.PlainFormat;

    public bool IsConnected => _socket?.IsConnected == true;

    public TimeSpan? Latency => null;

    public async Task ListenAsync(Action<ChatEvent> happened, CancellationToken cancellationToken)
    {
        var library = new LibraryLog(logger);
        var settings = Default.JsonSettings(logger: library);
        var http = Default.Http(settings, () => _http, library);
        var addresses = new SlackAddresses(Default.UrlBuilder(settings), options.Value.ApiUrl);
        SlackApiClient Client(string token) => new(http, addresses, settings, token) { DisableRetryOnRateLimit = true };

        var workspaces = _workspaces = await OpenAsync(Client, cancellationToken);
        var (calls, form) = (new SlackCalls(time), new MessageForm(settings));
        var sender = _sender = new SlackSender(workspaces, _commands, form, calls, time, logger);
        var buttons = new SlackActions(this, actions, workspaces, sender, form, calls, time, logger);
        using var socket = new SlackSocket(
            new CoreSocketModeClient(Client(options.Value.AppToken), new WatchedSockets(), settings, Default.Scheduler, library),
            settings,
            workspaces,
            _commands,
            time,
            logger
        );
        _socket = socket;
        try
        {
            await socket.OpenAsync(
                happened,
                pressed => _ = buttons.PressAsync(pressed, happened),
                form => _ = buttons.SubmitAsync(form),
                started => _ = SuggestAsync(workspaces, started),
                cancellationToken
            );
            Log.Connected(logger, workspaces.All.Count);
            await WatchAsync(socket, cancellationToken);
        }
        catch (SlackException e) when (Refused.Contains(e.ErrorCode))
        {
            throw new NetworkRefusedException(
                "Slack:AppToken is refused. Copy it again from the app's page Basic Information, App-Level Tokens; it needs the scope connections:write, "
                    + "and Socket Mode has to be on.",
                e
            );
        }
        finally
        {
            _socket = null;
        }
    }

    public void Dispose() => _http.Dispose();

    public Task<string> SendAsync(IncomingMessage question, ChatMessage message, CancellationToken cancellationToken) =>
        Sender.SendAsync(question, message, cancellationToken);

    public Task EditAsync(IncomingMessage question, string sentId, ChatMessage message, CancellationToken cancellationToken) =>
        Sender.EditAsync(question, sentId, message, cancellationToken);

    public Task DeleteAsync(IncomingMessage question, string sentId, CancellationToken cancellationToken) =>
        Sender.DeleteAsync(question, sentId, cancellationToken);

    public Task<string> PostAsync(string channel, ChatMessage message, CancellationToken cancellationToken) =>
        Sender.PostAsync(channel, message, cancellationToken);

    /// <summary>Shows a status in the thread; Slack shows none elsewhere, and takes it away with the next message.</summary>
    public Task ShowWorkAsync(IncomingMessage message, CancellationToken cancellationToken) =>
        SlackId.Parse(message.Thread) is { } thread && message.Kind != MessageKind.Command && _workspaces is { } workspaces
            ? workspaces
                .Of(message)
                .Client.AssistantThreads.SetStatus(thread.Channel, thread.Time, BotTexts.IsLooking, cancellationToken: cancellationToken)
            : Task.CompletedTask;

    public async Task<IReadOnlyList<IncomingMessage>> FindMissedAsync(
        DateTimeOffset since,
        IReadOnlyList<string> places,
        CancellationToken cancellationToken
    ) => _workspaces is { } workspaces ? await MissedMessages.FindAsync(workspaces, since, places, logger, cancellationToken) : [];

    private SlackSender Sender => _sender ?? throw new MessageNotSentException("There is no connection yet.");

    /// <summary>Finds out the workspaces of the tokens.</summary>
    /// <exception cref="NetworkRefusedException">A token is none.</exception>
    private async Task<SlackWorkspaces> OpenAsync(Func<string, SlackApiClient> client, CancellationToken cancellationToken)
    {
        var all = new List<SlackWorkspace>();
        foreach (var (i, token) in options.Value.BotTokens.Index())
        {
            try
            {
                var own = client(token);
                var self = await own.Auth.Test(cancellationToken);
                all.Add(new SlackWorkspace(self.TeamId, self.UserId, own));
            }
            catch (SlackException e) when (Refused.Contains(e.ErrorCode))
            {
                throw new NetworkRefusedException(
                    $"Slack:BotTokens:{i} is refused. Copy it again from the app's page OAuth & Permissions, or install the app again.",
                    e
                );
            }
        }

        return new SlackWorkspaces(all);
    }

    /// <summary>Ends when there has been no connection for a while.</summary>
    private async Task WatchAsync(SlackSocket socket, CancellationToken cancellationToken)
    {
        var away = TimeSpan.Zero;
        while (away < LongestAway)
        {
            await Task.Delay(LookEvery, time, cancellationToken);
            away = socket.IsConnected ? TimeSpan.Zero : away + LookEvery;
        }

        throw new IOException("Slack has closed the connection.");
    }

    private async Task SuggestAsync(SlackWorkspaces workspaces, AssistantThreadStarted started)
    {
        try
        {
            var thread = started.AssistantThread;
            using var late = new CancellationTokenSource(LookEvery, time);
            var prompts = suggestions.Find("", Prompts).Select(text => new AssistantPrompt { Title = text, Message = text });
            await workspaces
                .Of(thread.ChannelId)
                .Client.AssistantThreads.SetSuggestedPrompts(thread.ChannelId, thread.ThreadTs, prompts, BotTexts.TryThese, late.Token);
        }
        catch (Exception e)
        {
            Log.PromptsNotSet(logger, e);
        }
    }
}
