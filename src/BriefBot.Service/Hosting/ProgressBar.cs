using BriefBot.Knowledge;
using Spectre.Console;

namespace BriefBot.Service.Hosting;

/// <summary>
/// Shows the progress of long work and removes itself at the end. Writes to the error stream, so that output can be piped; shows nothing
/// where that is no terminal.
/// </summary>
internal static class ProgressBar
{
    /// <summary>Minimum duration of the work before the bar appears.</summary>
    private static readonly TimeSpan ShownAfter = TimeSpan.FromSeconds(0.5);

    /// <summary>Runs <paramref name="work"/> beside this thread, and shows the bar while it tells how much of how much is done.</summary>
    public static async Task<T> ShowAsync<T>(string title, Func<Action<int, int>, Task<T>> work)
    {
        ProgressTask? bar = null;
        var working = Task.Run(() =>
            work(
                (done, all) =>
                {
                    if (Volatile.Read(ref bar) is { } shown)
                    {
                        (shown.MaxValue, shown.Value) = (all, done);
                    }
                }
            )
        );
        if (
            !Console.IsErrorRedirected
            && await Task.WhenAny(working, Task.Delay(ShownAfter, TimeProvider.System, CancellationToken.None)) != working
        )
        {
            var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
            await console
                .Progress()
                .AutoClear(true)
                .StartAsync(async progress =>
                {
                    Volatile.Write(ref bar, progress.AddTask(title));
                    await working;
                });
        }

        return await working;
    }

    /// <summary>Reads the folder, with a bar where that takes long; at a terminal says that there are problems.</summary>
    public static async Task<IndexReport> ReadFolderAsync(KnowledgeIndexer indexer, CancellationToken cancellationToken)
    {
        var report = await ShowAsync("Reading", progress => Task.FromResult(indexer.Index(progress, cancellationToken)));
        if (!Console.IsErrorRedirected && Hint(report) is { Length: > 0 } hint)
        {
            await Console.Error.WriteLineAsync(hint);
        }

        return report;
    }

    /// <summary>Returns what a person at a terminal should know of a folder's problems; empty where there are none.</summary>
    internal static string Hint(IndexReport report)
    {
        var ofFolder = report.Problems.FirstOrDefault(problem => Path.IsPathRooted(problem.Path));
        var files = report.Problems.Where(problem => problem.Severity != Severity.Note).DistinctBy(problem => problem.Path).Count();
        return ofFolder is not null ? $"{ofFolder.Path}: {ofFolder.Sentence}"
            : files == 0 ? ""
            : $"{(files == 1 ? "1 file needs" : $"{files} files need")} attention. See: briefbot check";
    }
}
