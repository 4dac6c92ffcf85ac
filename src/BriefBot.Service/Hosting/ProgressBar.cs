using BriefBot.Knowledge;
using Spectre.Console;

namespace BriefBot.Service.Hosting;

/// <summary>A bar on work that takes long, gone when that is done. It goes to the error stream, so that what is printed can be piped; where that is
/// no terminal there is none.</summary>
internal static class ProgressBar
{
    /// <summary>What is done before has no bar.</summary>
    private static readonly TimeSpan ShownAfter = TimeSpan.FromSeconds(0.5);

    /// <summary>Runs <paramref name="work"/> beside this thread, and shows the bar while it tells how much of how much is done.</summary>
    public static async Task<T> ShowAsync<T>(string title, Func<Action<int, int>, Task<T>> work)
    {
        ProgressTask? bar = null;
        var working = Task.Run(() => work((done, all) =>
        {
            if (Volatile.Read(ref bar) is { } shown)
            {
                (shown.MaxValue, shown.Value) = (all, done);
            }
        }));
        if (!Console.IsErrorRedirected && await Task.WhenAny(working, Task.Delay(ShownAfter, TimeProvider.System, CancellationToken.None)) != working)
        {
            var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
            await console.Progress().AutoClear(true).StartAsync(async progress =>
            {
                Volatile.Write(ref bar, progress.AddTask(title));
                await working;
            });
        }

        return await working;
    }

    /// <summary>Reads the folder, with a bar where that takes long.</summary>
    public static Task<IndexReport> ReadFolderAsync(KnowledgeIndexer indexer, CancellationToken cancellationToken) =>
        ShowAsync("Reading", told => indexer.IndexAsync(told, cancellationToken));
}
