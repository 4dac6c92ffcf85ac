using System.Text.RegularExpressions;
using System.Threading.Channels;
using BriefBot.Answers;
using BriefBot.Chat;
using BriefBot.Chat.Gateways;
using BriefBot.Chat.Memory;
using BriefBot.Chat.Servers;
using BriefBot.Knowledge;
using BriefBot.Tests.Fakes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BriefBot.Tests.Chat.Gateways;

/// <summary>The bot in a scripted network, with everything of the room but the answers and the clock.</summary>
internal sealed partial class GatewayRun : IAsyncDisposable
{
    private readonly Rendering? _rendering;
    private readonly ChatResponder _responder;
    private readonly AnswerDeadline _deadline;
    private readonly Channel<string> _asked = System.Threading.Channels.Channel.CreateUnbounded<string>();

    private GatewayRun(ChatOptions options, IChatGateway? gateway, IAnswerRefiner? model, IAnswerStore? store, Rendering? rendering)
    {
        _rendering = rendering;
        Network = new ScriptedGateway(Time, rendering);
        _deadline = new AnswerDeadline(Options.Create(options), Time);
        var conversations = new Conversations(Options.Create(options), store);
        var servers = new ServerSettingsCache(Time, store);
        _responder = new ChatResponder(
            Answerer,
            Some.FolderAnswers(),
            conversations,
            Options.Create(options),
            () => "id",
            _deadline,
            Time,
            new CollectingLogger<ChatResponder>(),
            model,
            settings: new SettingsCommand(servers)
        );
        Worker = new GatewayWorker(
            [gateway ?? Network],
            _responder,
            conversations,
            _deadline,
            Options.Create(options),
            Time,
            Log,
            servers,
            store
        );
    }

    public WatchedTime Time { get; } = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    public ScriptedAnswerer Answerer { get; } =
        new() { Says = (question, _) => Task.FromResult<Answer>(ScriptedAnswerer.Grounded($"So it is with “{question}”")) };

    public ScriptedGateway Network { get; }

    public GatewayWorker Worker { get; }

    public CollectingLogger<GatewayWorker> Log { get; } = new();

    public static async Task<GatewayRun> StartAsync(
        ChatOptions? options = null,
        IChatGateway? gateway = null,
        IAnswerRefiner? model = null,
        IAnswerStore? store = null,
        Func<DateTimeOffset, IncomingMessage[]>? missed = null,
        Rendering? rendering = null
    )
    {
        var run = new GatewayRun(options ?? new ChatOptions(), gateway, model, store, rendering);
        run.Network.Missed = missed?.Invoke(run.Time.GetUtcNow()) ?? [];
        await run.Worker.StartAsync(TestContext.Current.CancellationToken);
        if (gateway is null)
        {
            await run.Network.UntilAsync(line => line == "the bot listens");
        }

        return run;
    }

    /// <summary>From now on questions are answered only when <paramref name="release"/> completes, or are given up.</summary>
    public void HoldAnswers(Task release) =>
        Answerer.Says = async (question, token) =>
        {
            _asked.Writer.TryWrite(question);
            await release.WaitAsync(token);
            return ScriptedAnswerer.Grounded($"So it is with “{question}”");
        };

    /// <summary>Completes when the next question is being answered.</summary>
    public async Task<string> AskedAsync() => await _asked.Reader.ReadAsync(TestContext.Current.CancellationToken);

    /// <summary>Lets time go on in small steps until <paramref name="done"/> is.</summary>
    public async Task AdvanceUntilAsync(Task done, double stepSeconds = 0.1)
    {
        while (!done.IsCompleted)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            Time.Advance(TimeSpan.FromSeconds(stepSeconds));
            await Task.Yield();
        }

        await done;
    }

    /// <summary>Completes when the bot has listened so many times.</summary>
    public Task ListensAsync(int times) => Network.UntilAsync(line => line == "the bot listens", times);

    /// <summary>Completes when something has been logged so many times.</summary>
    public async Task LoggedAsync(string part, int times = 1)
    {
        while (Log.Messages.Count(line => line.Contains(part, StringComparison.Ordinal)) < times)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    public Task IdleAsync() => Worker.WhenIdleAsync().WaitAsync(TestContext.Current.CancellationToken);

    /// <summary>
    /// Compares the transcript with the one that was read and approved; of another rendering, who said what to whom in which order.
    /// </summary>
    public void Approve(string name)
    {
        var approved = Checkout.Path($"tests/BriefBot.Tests/Chat/Gateways/Transcripts/{name}.approved.txt");
        var received = Path.Combine(AppContext.BaseDirectory, $"{name}.received.txt");
        if (_rendering is not null)
        {
            Assert.Equal(Course(File.ReadAllText(approved)), Course(Network.Transcript));
            return;
        }

        File.WriteAllText(received, Network.Transcript);
        Assert.Equal(File.Exists(approved) ? File.ReadAllText(approved).ReplaceLineEndings("\n") : "", Network.Transcript);
    }

    /// <summary>The lines of a transcript without texts and ids; several messages of one reply, whose number differs, are one.</summary>
    private static string[] Course(string transcript)
    {
        var course = new List<string>();
        foreach (var line in transcript.ReplaceLineEndings("\n").Split('\n'))
        {
            var said = SentId().Replace(line.Split(": ")[0], "s");
            if (course.Count == 0 || course[^1] != said)
            {
                course.Add(said);
            }
        }

        return [.. course];
    }

    [GeneratedRegex(@"\bs[0-9]+\b")]
    private static partial Regex SentId();

    public IEnumerable<string> Problems() => Log.Lines.Where(line => line.Level >= LogLevel.Warning).Select(line => line.Text);

    public async ValueTask DisposeAsync()
    {
        var stopped = Worker.StopAsync(CancellationToken.None);
        await AdvanceUntilAsync(stopped);
        Worker.Dispose();
        _responder.Dispose();
        _deadline.Dispose();
    }
}
