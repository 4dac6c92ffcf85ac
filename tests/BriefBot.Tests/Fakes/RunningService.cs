using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace BriefBot.Tests.Fakes;

/// <summary>The service in a process of its own, met from outside.</summary>
internal sealed class RunningService : IAsyncDisposable
{
    private const int FirstPort = 20_000;
    private const int Ports = 10_000;
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(4);
    private static int _ports;

    private readonly Process _process;
    private readonly long _started = Stopwatch.GetTimestamp();

    private RunningService(Process process, string url)
    {
        _process = process;
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        Http = new HttpClient { BaseAddress = new Uri(url), Timeout = TimeSpan.FromMinutes(2) };
    }

    public HttpClient Http { get; }

    /// <summary>How long ago it was started.</summary>
    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_started);

    /// <summary>What it holds in memory now, in bytes.</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>
    /// Starts it on a free port, for any number of requests; as the user nobody where <paramref name="asNobody"/> and this user may choose.
    /// </summary>
    public static RunningService Start(string knowledge, string data, bool asNobody = false, params string[] settings)
    {
        var url = $"http://127.0.0.1:{FreePort()}";
        string[] command =
        [
            "dotnet",
            Path.Combine(AppContext.BaseDirectory, "briefbot.dll"),
            "--urls",
            url,
            "--data",
            data,
            "--knowledge",
            knowledge,
        ];
        if (asNobody && Environment.IsPrivilegedProcess)
        {
            command = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", .. command];
        }

        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, WorkingDirectory = Path.GetTempPath() };
        foreach (var setting in settings.Append("Http__PerMinute=1000000"))
        {
            var parts = setting.Split('=', 2);
            start.Environment[parts[0]] = parts[1];
        }

        return new RunningService(Process.Start(start) ?? throw new InvalidOperationException("The service did not start."), url);
    }

    public Task UntilReadyAsync() =>
        UntilAsync(async () =>
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException($"The service ended with exit code {_process.ExitCode} before it was ready.");
            }

            using var response = await Http.GetAsync("/health/ready");
            return response.IsSuccessStatusCode;
        });

    /// <summary>Waits until something is so, four minutes at most; while the service can't be reached it is not.</summary>
    public static async Task UntilAsync(Func<Task<bool>> isSo, TimeSpan? atMost = null)
    {
        using var late = new CancellationTokenSource(atMost ?? LongestWait);
        while (!await ReachedAsync(isSo))
        {
            await Task.Delay(Poll, TimeProvider.System, late.Token);
        }
    }

    /// <summary>The answer as JSON, with the status in <c>status</c> where it is a problem.</summary>
    public async Task<JsonElement> AskAsync(string question)
    {
        using var response = await Http.PostAsJsonAsync("/api/ask", new { question });
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Tells it to end, and gives its exit code and how long that took.</summary>
    public async Task<(int ExitCode, TimeSpan Took)> TerminateAsync()
    {
        var told = Stopwatch.GetTimestamp();
        Unix.EndProcess(_process.Id);
        await _process.WaitForExitAsync();
        return (_process.ExitCode, Stopwatch.GetElapsedTime(told));
    }

    /// <summary>What it and all that it started hold in memory now, in bytes.</summary>
    public long MemoryOfAll()
    {
        var parents = new Dictionary<int, int>();
        var memory = new Dictionary<int, long>();
        foreach (
            var folder in Directory
                .EnumerateDirectories("/proc")
                .Where(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out _))
        )
        {
            try
            {
                var status = File.ReadAllLines(Path.Combine(folder, "status"));
                var id = int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture);
                parents[id] = (int)Number(status, "PPid:");
                memory[id] = Number(status, "VmRSS:") * 1024;
            }
            catch (IOException)
            {
                // It has ended.
            }
        }

        return memory.Where(process => IsOrIsBelow(process.Key, parents)).Sum(process => process.Value);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private bool IsOrIsBelow(int id, Dictionary<int, int> parents) =>
        id == _process.Id || (parents.TryGetValue(id, out var parent) && parent != 0 && IsOrIsBelow(parent, parents));

    private static long Number(string[] status, string name) =>
        status.FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal)) is { } line
            ? long.Parse(line[name.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture)
            : 0;

    private static async Task<bool> ReachedAsync(Func<Task<bool>> isSo)
    {
        try
        {
            return await isSo();
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>
    /// A port that nobody listens on, below those that systems give to connections: a client that tries to connect can't take it meanwhile.
    /// </summary>
    public static int FreePort()
    {
        while (true)
        {
            // Processes that run at the same time begin at different ports.
            var port = FirstPort + ((Environment.ProcessId * 97 + Interlocked.Increment(ref _ports)) % Ports);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // It is taken.
            }
        }
    }
}
