using System.Globalization;
using System.Text;
using BriefBot.Chat;
using BriefBot.Chat.Gateways;
using BriefBot.Chat.Writing;

namespace BriefBot.Tests.Fakes;

/// <summary>A chat network in which people say what a test scripts; it keeps a transcript of what they and the bot did.</summary>
internal sealed class ScriptedGateway(TimeProvider time, Rendering? rendering = null)
    : IChatGateway,
        IMessageEditor,
        IWorkIndicator,
        IThreadOpener,
        IMissedMessages,
        IPlainForm
{
    private readonly Rendering _rendering = rendering ?? Rendering.Markdown;
    private readonly Lock _lock = new();
    private readonly List<string> _lines = [];
    private readonly Dictionary<string, IncomingMessage> _said = [];
    private readonly List<string> _calls = [];
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Action<ChatEvent> _happened = _ => { };
    private TaskCompletionSource _connection = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _sent;

    public string Network => "scripted";

    /// <summary>
    /// What comes before a call of the bot has its effect: a failure, a wait. Given what the bot does, such as <c>send</c>.
    /// </summary>
    public Func<string, CancellationToken, Task> Before { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>What is listed as missed.</summary>
    public IReadOnlyList<IncomingMessage> Missed { get; set; } = [];

    /// <summary>Whether the transcript has what the bot shows of its work; when it does depends on how fast it is.</summary>
    public bool ShowsWork { get; set; }

    /// <summary>All that happened, a line each.</summary>
    public string Transcript
    {
        get
        {
            lock (_lock)
            {
                return string.Concat(_lines.Select(line => line + '\n'));
            }
        }
    }

    public static IncomingMessage Message(string id, string author, string text, DateTimeOffset sentAt = default) =>
        new()
        {
            Id = id,
            Network = "scripted",
            Server = "server",
            Channel = "general",
            Author = author,
            Kind = MessageKind.Mention,
            SentAt = sentAt,
            Text = text,
        };

    public void Says(string id, string author, string text, Func<IncomingMessage, IncomingMessage>? with = null)
    {
        var message = Message(id, author, text, time.GetUtcNow());
        Says(with is null ? message : with(message));
    }

    public void Says(IncomingMessage message)
    {
        _said[message.Id] = message;
        Write($"{message.Author} says {message.Id}: {Shown(message.Text)}");
        _happened(new ChatEvent.Said(message));
    }

    public void SaysAgain(string id)
    {
        Write($"{id} comes again");
        _happened(new ChatEvent.Said(_said[id]));
    }

    public void Edits(string id, string text, Func<IncomingMessage, IncomingMessage>? with = null)
    {
        var edited = _said[id] with { Text = text };
        _said[id] = with is null ? edited : with(edited);
        Write($"{edited.Author} edits {id}: {Shown(text)}");
        _happened(new ChatEvent.Edited(_said[id]));
    }

    public void Deletes(string id)
    {
        Write($"{_said[id].Author} deletes {id}");
        _happened(new ChatEvent.Deleted(id));
    }

    /// <summary>The connection breaks; the bot listens again some time later.</summary>
    public void Drops()
    {
        Write("the connection is lost");
        Interlocked
            .Exchange(ref _connection, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously))
            .SetException(new IOException("The network is gone."));
    }

    public void Note(string line) => Write(line);

    /// <summary>Completes when so many lines of the transcript, there or to come, are such.</summary>
    public async Task UntilAsync(Func<string, bool> shows, int times = 1)
    {
        while (true)
        {
            Task more;
            lock (_lock)
            {
                if (_lines.Count(shows) >= times)
                {
                    return;
                }

                more = _more.Task;
            }

            await more.WaitAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Completes when the bot has made a call, such as <c>send m1</c>.</summary>
    public async Task CalledAsync(string call)
    {
        while (true)
        {
            Task more;
            lock (_lock)
            {
                if (_calls.Contains(call))
                {
                    return;
                }

                more = _more.Task;
            }

            await more.WaitAsync(TestContext.Current.CancellationToken);
        }
    }

    public async Task ListenAsync(Action<ChatEvent> happened, CancellationToken cancellationToken)
    {
        await CallAsync("listen", cancellationToken);
        _happened = happened;
        var connection = _connection.Task;
        Write("the bot listens");
        happened(new ChatEvent.Connected());
        await connection.WaitAsync(cancellationToken);
    }

    public Task<IReadOnlyList<IncomingMessage>> FindMissedAsync(
        DateTimeOffset since,
        IReadOnlyList<string> places,
        CancellationToken cancellationToken
    ) => Task.FromResult(Missed);

    public MessageFormat Format => _rendering.Format;

    public MessageFormat PlainFormat => _rendering.Format;

    public async Task<string> SendAsync(IncomingMessage question, ChatMessage message, CancellationToken cancellationToken)
    {
        await CallAsync($"send {question.Id}", cancellationToken);
        lock (_lock)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"s{++_sent}");
            Write(
                $"bot replies to {question.Id}{(question.Thread is { } thread ? $" in {thread}" : "")}{(message.IsPrivate ? ", privately" : "")} ({id}): {Shown(_rendering.Write(message))}"
            );
            return id;
        }
    }

    public async Task<string?> OpenThreadAsync(IncomingMessage question, CancellationToken cancellationToken)
    {
        await CallAsync($"thread {question.Id}", cancellationToken);
        Write($"bot opens thread t-{question.Id}");
        return $"t-{question.Id}";
    }

    public async Task EditAsync(IncomingMessage question, string sentId, ChatMessage message, CancellationToken cancellationToken)
    {
        await CallAsync($"edit {sentId}", cancellationToken);
        Write($"bot edits {sentId}: {Shown(_rendering.Write(message))}");
    }

    public async Task DeleteAsync(IncomingMessage question, string sentId, CancellationToken cancellationToken)
    {
        await CallAsync($"delete {sentId}", cancellationToken);
        Write($"bot deletes {sentId}");
    }

    public async Task ShowWorkAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        await CallAsync($"work {message.Id}", cancellationToken);
        if (ShowsWork)
        {
            Write($"bot is working on {message.Id}");
        }
    }

    private void Write(string line)
    {
        lock (_lock)
        {
            _lines.Add(line);
            TellMore();
        }
    }

    private Task CallAsync(string call, CancellationToken cancellationToken)
    {
        var before = Before(call, cancellationToken);
        lock (_lock)
        {
            _calls.Add(call);
            TellMore();
        }

        return before;
    }

    private void TellMore()
    {
        _more.TrySetResult();
        _more = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>On one line, what is not seen made visible, words that are repeated counted.</summary>
    private static string Shown(string text)
    {
        var shown = new StringBuilder();
        foreach (var character in text)
        {
            shown.Append(
                character switch
                {
                    '\n' => " ⏎ ",
                    '\u200B' => "\\u200B",
                    _ when char.IsControl(character) => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}"),
                    _ => character.ToString(),
                }
            );
        }

        var line = shown.ToString();
        return line.Length <= 400
            ? line
            : string.Create(CultureInfo.InvariantCulture, $"{line[..120]} … {line[^160..]} ({text.Length} characters)");
    }
}
