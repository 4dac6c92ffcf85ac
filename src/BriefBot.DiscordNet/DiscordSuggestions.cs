using BriefBot.Chat;
using Discord;
using Discord.WebSocket;
using Microsoft.Extensions.Logging;

namespace BriefBot.DiscordNet;

/// <summary>Suggests titles and headings while somebody types a question.</summary>
internal static class DiscordSuggestions
{
    /// <summary>Maximum number of suggestions shown; Discord takes 25.</summary>
    private const int Most = 10;

    /// <summary>Discord takes suggestions for three seconds.</summary>
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(3);

    /// <summary>Starts to answer and returns without waiting for it.</summary>
    public static Task Suggest(SocketAutocompleteInteraction typed, QuestionSuggestions suggestions, TimeProvider time, ILogger logger)
    {
        _ = SuggestAsync(typed, suggestions, time, logger);
        return Task.CompletedTask;
    }

    private static async Task SuggestAsync(
        SocketAutocompleteInteraction typed,
        QuestionSuggestions suggestions,
        TimeProvider time,
        ILogger logger
    )
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            using var late = new CancellationTokenSource(Within, time);
            var found = suggestions.Find(typed.Data.Current.Value as string ?? "", Most);
            await typed.RespondAsync(
                found.Select(text => new AutocompleteResult(text, text)),
                new RequestOptions { CancelToken = late.Token, RetryMode = RetryMode.AlwaysFail }
            );
        }
        catch (Exception e)
        {
            Log.NotSuggested(logger, e);
        }
    }
}
