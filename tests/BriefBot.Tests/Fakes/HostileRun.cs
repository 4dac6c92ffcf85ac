using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace BriefBot.Tests.Fakes;

/// <summary>
/// Puts damaged files of every format, pipes, links that lead nowhere or in circles and what may not be read into the folder of a
/// running service, and takes them out again, while it is asked: it answers all along, and names each with its reason.
/// </summary>
internal sealed class HostileRun
{
    private const int Batch = 25;
    private const UnixFileMode All = (UnixFileMode)511;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly string _knowledge;
    private readonly string _data;
    private readonly bool _asNobody = CanBeNobody();
    private readonly Random _random;
    private readonly List<string> _defects = [];
    private readonly (string Ending, byte[] Content)[] _good;

    public HostileRun(string folder, int seed)
    {
        _random = new Random(seed);
        _knowledge = Directory.CreateDirectory(Path.Combine(folder, "knowledge")).FullName;
        _data = Directory.CreateDirectory(Path.Combine(folder, "data")).FullName;
        HostileFiles.WriteGood(_knowledge);
        _good =
        [
            .. Directory
                .GetFiles(_knowledge)
                .Order(StringComparer.Ordinal)
                .Select(path => (Path.GetExtension(path), File.ReadAllBytes(path))),
        ];
        if (!OperatingSystem.IsWindows())
        {
            // The other user must come in, and write the data.
            File.SetUnixFileMode(folder, All);
            File.SetUnixFileMode(_data, All);
        }
    }

    /// <summary>What was wrong while at least <paramref name="files"/> came and went; nothing, one hopes.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(int files)
    {
        await using var service = RunningService.Start(
            _knowledge,
            _data,
            _asNobody,
            "Chat__AuthorPerMinute=1000000",
            "Chat__ChannelPerMinute=1000000",
            "Knowledge__ReadTimeoutSeconds=5",
            "Logging__LogLevel__Default=Critical"
        );
        await RunningService.UntilAsync(async () => await service.Http.GetStringAsync("/health/ready") == "ready");
        for (var written = 0; written < files; )
        {
            var batch = Enumerable.Range(written, Batch).Select(WriteDamaged).Concat(WriteOdd(written)).ToArray();
            written += batch.Length;
            await CheckAsync(service, batch);
            foreach (var (path, _) in batch)
            {
                Remove(path);
            }
        }

        if (!await IsSoAsync(service, documents => documents.Count == _good.Length))
        {
            _defects.Add("what was removed did not leave the list");
        }

        return _defects;
    }

    private async Task CheckAsync(RunningService service, (string Path, string Reason)[] batch)
    {
        if (!await IsSoAsync(service, documents => batch.All(file => documents.ContainsKey(file.Path))))
        {
            _defects.Add($"not all listed in time of {string.Join(", ", batch.Select(file => file.Path))}");
            return;
        }

        var told = await DocumentsAsync(service);
        foreach (var (path, reason) in batch)
        {
            var document = told[path];
            var problem = document.GetProperty("problem").GetString() ?? "";
            var isRead = document.GetProperty("state").GetString() == "indexed";
            if (
                !problem.Contains(reason, StringComparison.OrdinalIgnoreCase)
                || (reason.Length > 0 && isRead)
                || (!isRead && problem.Length == 0)
            )
            {
                _defects.Add($"{path}: expected \"{reason}\", told \"{problem}\"");
            }
        }

        foreach (var (question, answer) in HostileFiles.Questions)
        {
            if (
                !(await service.AskAsync(question)).TryGetProperty("text", out var text)
                || text.GetString()?.Contains(answer, StringComparison.Ordinal) != true
            )
            {
                _defects.Add($"with {batch[0].Path} and others beside it \"{question}\" is not answered");
            }
        }
    }

    /// <summary>Whether all is read within a time, and then something is so.</summary>
    private static async Task<bool> IsSoAsync(RunningService service, Func<Dictionary<string, JsonElement>, bool> isSo)
    {
        var since = Stopwatch.GetTimestamp();
        var so = false;
        await RunningService.UntilAsync(async () =>
        {
            so = isSo(await DocumentsAsync(service)) && await service.Http.GetStringAsync("/health/ready") == "ready";
            return so || Stopwatch.GetElapsedTime(since) > Longest;
        });
        return so;
    }

    private static async Task<Dictionary<string, JsonElement>> DocumentsAsync(RunningService service) =>
        JsonDocument
            .Parse(await service.Http.GetStringAsync("/api/documents"))
            .RootElement.EnumerateArray()
            .ToDictionary(document => document.GetProperty("path").GetString() ?? "");

    /// <summary>A good file with some of its bytes changed, lost, doubled or moved, at times under another format's name.</summary>
    private (string Path, string Reason) WriteDamaged(int number)
    {
        var (ending, content) = _good[_random.Next(_good.Length)];
        var bytes = content.ToList();
        for (var changes = _random.Next(1, 8); changes > 0 && bytes.Count > 2; changes--)
        {
            var (at, length) = (_random.Next(bytes.Count), _random.Next(1, 1 + (bytes.Count / 3)));
            var part = bytes.GetRange(at, Math.Min(length, bytes.Count - at));
            switch (_random.Next(5))
            {
                case 0:
                    bytes[at] = (byte)_random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, part.Count);
                    break;
                case 2:
                    bytes.InsertRange(at, Enumerable.Repeat(part, _random.Next(1, 20)).SelectMany(again => again));
                    break;
                case 3:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                default:
                    bytes.InsertRange(_random.Next(bytes.Count), part);
                    break;
            }
        }

        var name = Text($"damaged-{number}{(_random.Next(10) == 0 ? _good[_random.Next(_good.Length)].Ending : ending)}");
        File.WriteAllBytes(Path.Combine(_knowledge, name), [.. bytes]);
        return (name, "");
    }

    private IEnumerable<(string Path, string Reason)> WriteOdd(int number)
    {
        if (OperatingSystem.IsWindows())
        {
            yield break;
        }

        var (pipe, circle, nowhere, locked) = (
            Text($"pipe-{number}.md"),
            Text($"circle-{number}.md"),
            Text($"nowhere-{number}.pdf"),
            Text($"locked-{number}")
        );
        Run($"mkfifo {pipe}; printf 'Text.' > \"$(printf 'name-{number}-\\351.txt')\"");
        File.CreateSymbolicLink(Path.Combine(_knowledge, circle), circle);
        File.CreateSymbolicLink(Path.Combine(_knowledge, nowhere), "no-such-file.pdf");
        yield return (pipe, "is a pipe");
        yield return (circle, "circular");
        yield return (nowhere, "target doesn’t exist");
        yield return (Text($"name-{number}-\uFFFD.txt"), "isn’t UTF-8");
        if (_asNobody)
        {
            Directory.CreateDirectory(Path.Combine(_knowledge, locked));
            File.SetUnixFileMode(Path.Combine(_knowledge, locked), UnixFileMode.None);
            File.WriteAllText(Path.Combine(_knowledge, locked + ".md"), "Text.");
            File.SetUnixFileMode(Path.Combine(_knowledge, locked + ".md"), UnixFileMode.None);
            yield return (locked + "/", "Can't be listed: access is denied.");
            yield return (locked + ".md", "Can't be read: access is denied.");
        }
    }

    private void Remove(string path)
    {
        if (path.Contains('\uFFFD'))
        {
            Run($"rm -f {path[..path.IndexOf('\uFFFD')]}*");
        }
        else if (path.EndsWith('/'))
        {
            Directory.Delete(Path.Combine(_knowledge, path));
        }
        else
        {
            File.Delete(Path.Combine(_knowledge, path));
        }
    }

    private void Run(string script)
    {
        using var run =
            Process.Start(new ProcessStartInfo("sh", ["-c", script]) { WorkingDirectory = _knowledge })
            ?? throw new InvalidOperationException("There is no shell.");
        run.WaitForExit();
    }

    /// <summary>
    /// Root reads everything; where this is root, there is <c>setpriv</c>, and another user can reach the program, that one is taken.
    /// </summary>
    private static bool CanBeNobody()
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
        {
            return false;
        }

        try
        {
            using var tried = Process.Start(
                "setpriv",
                ["--reuid=65534", "--regid=65534", "--clear-groups", "test", "-r", Path.Combine(AppContext.BaseDirectory, "briefbot.dll")]
            );
            tried.WaitForExit();
            return tried.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
