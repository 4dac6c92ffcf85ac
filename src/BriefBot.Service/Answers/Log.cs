using BriefBot.Answers;

namespace BriefBot.Service.Answers;

internal static partial class Log
{
    [LoggerMessage(
        310,
        LogLevel.Warning,
        "The model did not answer a request to {Purpose}: {Outcome} (status {Status}, {Problem}). {Advice}"
    )]
    public static partial void ModelFailed(
        ILogger logger,
        ModelPurpose purpose,
        ModelOutcome outcome,
        string problem,
        int? status,
        string advice
    );

    [LoggerMessage(
        311,
        LogLevel.Warning,
        "The model's API rejected a request (tools {Tools}, stream {Streams}, status {Status}); retrying without them"
    )]
    public static partial void Refused(ILogger logger, bool tools, bool streams, int? status);

    [LoggerMessage(312, LogLevel.Warning, "The token counts can't be written to {Path}")]
    public static partial void UsageNotKept(ILogger logger, Exception exception, string path);
}
