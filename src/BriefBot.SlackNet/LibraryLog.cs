using Microsoft.Extensions.Logging;
using SlackNet;

namespace BriefBot.SlackNet;

/// <summary>
/// Logs the library's errors by their kind alone: its events carry tokens, questions and answers in their properties and exceptions.
/// </summary>
internal sealed class LibraryLog(ILogger logger) : global::SlackNet.ILogger
{
    public void Log(ILogEvent logEvent)
    {
        if (logEvent.Category == LogCategory.Error)
        {
            BriefBot.SlackNet.Log.LibraryTrouble(logger, logEvent.MessageTemplate, logEvent.Exception?.GetType().Name ?? "");
        }
    }
}
