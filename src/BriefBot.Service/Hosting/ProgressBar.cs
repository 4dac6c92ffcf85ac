using Spectre.Console;

namespace BriefBot.Service.Hosting;

/// <summary>A bar on long work, gone when that is done. It goes to the error stream, so that what is printed can be piped.</summary>
internal static class ProgressBar
{
    /// <summary>Shows the bar while <paramref name="work"/> tells how much of how much is done.</summary>
    public static Task<T> ShowAsync<T>(string title, Func<Action<int, int>, Task<T>> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress().AutoClear(true).StartAsync(progress =>
        {
            var bar = progress.AddTask(title);
            return work((done, all) => (bar.MaxValue, bar.Value) = (all, done));
        });
    }
}
