using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace BriefBot.Tests.Fakes;

/// <summary>
/// Asks with ids and retries while services are killed, and looks whether each message got one reply and always the same.
/// </summary>
internal sealed class ExactlyOnceRun(string folder, int seed)
{
    private const int Clients = 8;

    /// <summary>All ask from one address, faster than one person may.</summary>
    private static readonly string[] Settings = ["Retrieval__Embeddings=false", "Chat__AuthorPerMinute=1000000"];

    private static readonly TimeSpan LongestLife = TimeSpan.FromSeconds(0.8);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMilliseconds(20);

    private readonly Random _random = new(seed);
    private readonly string _knowledge = Directory.CreateDirectory(Path.Combine(folder, "knowledge")).FullName;
    private readonly ConcurrentDictionary<int, string> _replies = [];
    private readonly ConcurrentBag<string> _defects = [];
    private volatile RunningService? _service;

    /// <summary>Number of requests that got no reply and were sent again.</summary>
    public int Retried => _retried;

    private int _retried;

    /// <summary>Kills a service over a database of its own so many times at least while so many questions are asked.</summary>
    /// <returns>What was wrong; nothing, one hopes.</returns>
    public async Task<IReadOnlyList<string>> KillAsync(int questions, int kills)
    {
        WriteArticles();
        var data = Path.Combine(folder, "data");
        // Asked over and over until the kills are done, so that each falls among questions.
        var left = new ConcurrentQueue<int>(Enumerable.Range(0, questions));
        using var over = new CancellationTokenSource();
        var asking = Enumerable.Range(0, Clients).Select(_ => Task.Run(() => AskAllAsync(left, questions, over.Token))).ToArray();
        for (var kill = 0; kill < kills; kill++)
        {
            await using var service = RunningService.Start(_knowledge, data, settings: Settings);
            await service.UntilReadyAsync();
            _service = service;
            await Task.Delay(LongestLife * _random.NextDouble(), TimeProvider.System, CancellationToken.None);
            _service = null;
        }

        await over.CancelAsync();
        await using var last = RunningService.Start(_knowledge, data, settings: Settings);
        await last.UntilReadyAsync();
        _service = last;
        await Task.WhenAll(asking);
        await ReplayAsync(last, questions);
        return [.. _defects];
    }

    /// <summary>Gives each question to both of two services that share a database, at the same time.</summary>
    public async Task<IReadOnlyList<string>> ShareAsync(int questions, string connection)
    {
        WriteArticles();
        string[] settings = [.. Settings, $"Memory__Postgres={connection}", "Memory__Key=the same for both of them"];
        await using var one = RunningService.Start(_knowledge, Path.Combine(folder, "one"), settings: settings);
        await using var other = RunningService.Start(_knowledge, Path.Combine(folder, "other"), settings: settings);
        await Task.WhenAll(one.UntilReadyAsync(), other.UntilReadyAsync());
        var left = new ConcurrentQueue<int>(Enumerable.Range(0, questions));
        await Task.WhenAll(
            Enumerable
                .Range(0, Clients)
                .Select(async _ =>
                {
                    while (left.TryDequeue(out var question))
                    {
                        await Task.WhenAll(AskAsync(() => one, question), AskAsync(() => other, question));
                    }
                })
        );
        await ReplayAsync(one, questions);
        return [.. _defects];
    }

    /// <summary>Restarts the database so many times while so many questions are asked of one service, then of another one.</summary>
    public async Task<IReadOnlyList<string>> RestartAsync(int questions, int restarts, string connection, Func<Task> restart)
    {
        WriteArticles();
        string[] settings = [.. Settings, $"Memory__Postgres={connection}", "Memory__Key=the same for both of them"];
        await using (var service = RunningService.Start(_knowledge, Path.Combine(folder, "one"), settings: settings))
        {
            await service.UntilReadyAsync();
            _service = service;
            var left = new ConcurrentQueue<int>(Enumerable.Range(0, questions));
            using var over = new CancellationTokenSource();
            var asking = Enumerable.Range(0, Clients).Select(_ => Task.Run(() => AskAllAsync(left, questions, over.Token))).ToArray();
            for (var i = 0; i < restarts; i++)
            {
                await Task.Delay(LongestLife * _random.NextDouble(), TimeProvider.System, CancellationToken.None);
                await restart();
            }

            // Until the database is tried again, and what was kept meanwhile is written.
            await Task.Delay(TimeSpan.FromSeconds(10), TimeProvider.System, CancellationToken.None);
            await over.CancelAsync();
            await Task.WhenAll(asking);
        }

        await using var other = RunningService.Start(_knowledge, Path.Combine(folder, "other"), settings: settings);
        await other.UntilReadyAsync();
        await ReplayAsync(other, questions);
        return [.. _defects];
    }

    private void WriteArticles()
    {
        foreach (var i in Enumerable.Range(0, 20))
        {
            File.WriteAllText(
                Path.Combine(_knowledge, $"ferry-{i}.md"),
                string.Create(CultureInfo.InvariantCulture, $"# Ferry {i}\n\nThe ferry number {i} carries {100 + i} passengers.\n")
            );
        }
    }

    private async Task AskAllAsync(ConcurrentQueue<int> left, int questions, CancellationToken over)
    {
        while (left.TryDequeue(out var question))
        {
            await AskAsync(() => _service, question);
        }

        // All have their reply: from now on it has to be the same.
        for (var i = 0; !over.IsCancellationRequested; i++)
        {
            await AskAsync(() => _service, i % questions);
        }
    }

    private async Task ReplayAsync(RunningService service, int questions)
    {
        foreach (var question in Enumerable.Range(0, questions))
        {
            await AskAsync(() => service, question);
        }
    }

    /// <summary>Asks until there is a reply, and compares it with the one that the message got before.</summary>
    private async Task AskAsync(Func<RunningService?> service, int question)
    {
        while (true)
        {
            try
            {
                if (service() is { } running && await TryAskAsync(running, question) is { } reply)
                {
                    if (_replies.GetOrAdd(question, reply) is var first && first != reply)
                    {
                        _defects.Add($"message {question}: {reply} instead of {first}");
                    }

                    return;
                }
            }
            catch (Exception e)
                when (e is HttpRequestException or IOException or JsonException or ObjectDisposedException or OperationCanceledException)
            {
                // The service was killed.
            }

            Interlocked.Increment(ref _retried);
            await Task.Delay(RetryAfter, TimeProvider.System, CancellationToken.None);
        }
    }

    private static async Task<string?> TryAskAsync(RunningService service, int question)
    {
        using var response = await service.Http.PostAsJsonAsync(
            "/api/ask",
            new
            {
                question = $"How many passengers does the ferry number {question % 20} carry?",
                conversation = $"c{question % 50}",
                messageId = $"m{question}",
            }
        );
        if (!response.IsSuccessStatusCode)
        {
            return null;
        }

        var reply = await response.Content.ReadFromJsonAsync<JsonElement>();
        return $"{reply.GetProperty("id").GetString()} {reply.GetProperty("text").GetString()}";
    }
}
