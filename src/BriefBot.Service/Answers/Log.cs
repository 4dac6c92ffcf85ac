using BriefBot.Answers;

namespace BriefBot.Service.Answers;

internal static partial class Log
{
    [LoggerMessage(
        310,
        LogLevel.Warning,
        "The model was asked to {Purpose} and did not answer: {Outcome} (status {Status}, {Problem}). {Advice}"
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
        "The model's API refuses a request (tools {Tools}, stream {Streams}, status {Status}): it is asked without"
    )]
    public static partial void Refused(ILogger logger, bool tools, bool streams, int? status);

    [LoggerMessage(312, LogLevel.Warning, "{Path}: how many tokens were used can't be kept there")]
    public static partial void UsageNotKept(ILogger logger, Exception exception, string path);
}
