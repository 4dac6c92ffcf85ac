using System.Threading.Channels;
using BriefBot.Chat;
using BriefBot.Chat.Editors;
using BriefBot.Chat.Gateways;
using BriefBot.Chat.Memory;
using BriefBot.Discord;
using BriefBot.Knowledge;
using BriefBot.Knowledge.Articles;
using BriefBot.Retrieval;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace BriefBot.DiscordNet.Tests;

/// <summary>The adapter alone, connected to a scripted Discord and told by a test what to send.</summary>
public abstract class AdapterTest : IAsyncLifetime
{
    private readonly Channel<IncomingMessage> _said = System.Threading.Channels.Channel.CreateUnbounded<IncomingMessage>();
    private readonly CancellationTokenSource _stopping = new();
    private Task _listening = Task.CompletedTask;

    private protected ScriptedDiscord Discord { get; private set; } = null!;

    private protected DiscordGateway Gateway { get; private set; } = null!;

    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Discord = await ScriptedDiscord.StartAsync();
        Gateway = new DiscordGateway(
            Options.Create(
                new DiscordOptions
                {
                    Token = ScriptedDiscord.Token,
                    ApiUrl = Discord.ApiUrl,
                    GatewayUrl = Discord.GatewayUrl,
                }
            ),
            new ActionHandler(
                new QuotedPassages(new NoPassages(), new KnowledgeCatalog(), () => "id"),
                new AnswerVotes(),
                new EditorQuestions(Options.Create(new ChatOptions()), TimeProvider.System, NullLogger<EditorQuestions>.Instance),
                new WaitingAskers(NullLogger<WaitingAskers>.Instance)
            ),
            new QuestionSuggestions(new KnowledgeCatalog(), new NoPassages()),
            TimeProvider.System,
            NullLogger<DiscordGateway>.Instance
        );
        _listening = Gateway.ListenAsync(
            happened => _ = happened is ChatEvent.Said said && _said.Writer.TryWrite(said.Message),
            _stopping.Token
        );
        await Discord.UntilAsync(request => request is { Method: "GET", Path: "applications/1/commands" });
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Gateway.Dispose();
        await Discord.DisposeAsync();
        _stopping.Dispose();
        GC.SuppressFinalize(this);
        Assert.True(Discord.Broken.IsEmpty, string.Join('\n', Discord.Broken));
    }

    /// <summary>The next message that the adapter handed over.</summary>
    private protected ValueTask<IncomingMessage> SaidAsync() => _said.Reader.ReadAsync(Token);

    private sealed class NoPassages : IPassageReader
    {
        public IReadOnlyList<Passage> Read(string path) => [];
    }
}
