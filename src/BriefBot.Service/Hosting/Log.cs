namespace BriefBot.Service.Hosting;

internal static partial class Log
{
    [LoggerMessage(500, LogLevel.Information, "BriefBot answers at {Address}")]
    public static partial void Listening(ILogger logger, string address);

    [LoggerMessage(502, LogLevel.Error, "The knowledge folder could not be read")]
    public static partial void ReadingFailed(ILogger logger, Exception exception);

    [LoggerMessage(503, LogLevel.Warning, "The warm-up question could not be answered")]
    public static partial void WarmUpFailed(ILogger logger, Exception exception);

    [LoggerMessage(504, LogLevel.Information, "HTTP requests need the API key in {Path}; set Http:ApiKey to choose one")]
    public static partial void ApiKeyMade(ILogger logger, string path);

    [LoggerMessage(505, LogLevel.Information, "Settings changed and are in effect: {Keys}")]
    public static partial void SettingsTaken(ILogger logger, string keys);

    [LoggerMessage(506, LogLevel.Warning, "Settings changed that take effect after a restart: {Keys}")]
    public static partial void SettingsWait(ILogger logger, string keys);

    [LoggerMessage(507, LogLevel.Error, "The changed settings are invalid, so the previous ones stay in effect: {Problem}")]
    public static partial void SettingsBroken(ILogger logger, string problem);

    [LoggerMessage(
        508,
        LogLevel.Error,
        "OTLP export is off: OpenTelemetry's environment variables can't be used ({Reason}). Fix them and restart"
    )]
    public static partial void NoOtlp(ILogger logger, string reason);

    [LoggerMessage(
        516,
        LogLevel.Warning,
        "Metrics or traces could not be exported by OTLP ({Reason}). Check the collector at OTEL_EXPORTER_OTLP_ENDPOINT. BriefBot retries, and logs this once an hour"
    )]
    public static partial void OtlpFailed(ILogger logger, string reason);

    [LoggerMessage(509, LogLevel.Information, "SIGHUP: reading the settings and the changes in the folder")]
    public static partial void Reloading(ILogger logger);

    [LoggerMessage(
        510,
        LogLevel.Information,
        "BriefBot {Version}; chat networks: {Networks}; model: {Model}; embeddings: {Embeddings}; articles: {Knowledge}; data: {Data}"
    )]
    public static partial void Starting(
        ILogger logger,
        string version,
        string networks,
        string model,
        string embeddings,
        string knowledge,
        string data
    );

    [LoggerMessage(511, LogLevel.Warning, "{Name} in the environment isn’t a setting. Did you mean {Meant}?")]
    public static partial void NearSetting(ILogger logger, string name, string meant);

    [LoggerMessage(512, LogLevel.Information, "API keys changed: {Count} valid")]
    public static partial void ApiKeysTaken(ILogger logger, int count);

    [LoggerMessage(515, LogLevel.Warning, "No API key is set any more: the previous ones stay valid until a restart")]
    public static partial void ApiKeysKept(ILogger logger);

    [LoggerMessage(
        513,
        LogLevel.Warning,
        "Embeddings are off: the memory limit leaves {Bytes} bytes, and they need {Needed}. Raise the limit, or set Retrieval:Embeddings = false"
    )]
    public static partial void TooLittleMemory(ILogger logger, long bytes, long needed);

    [LoggerMessage(514, LogLevel.Warning, "{Count} requests had a wrong API key; the last came from {Address}")]
    public static partial void KeysRefused(ILogger logger, int count, string address);

    [LoggerMessage(501, LogLevel.Information, "BriefBot has stopped")]
    public static partial void Stopped(ILogger logger);
}
