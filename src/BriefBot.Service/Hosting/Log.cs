namespace BriefBot.Service.Hosting;

internal static partial class Log
{
    [LoggerMessage(500, LogLevel.Information, "BriefBot answers at {Address}")]
    public static partial void Listening(ILogger logger, string address);

    [LoggerMessage(502, LogLevel.Error, "The knowledge folder could not be read")]
    public static partial void ReadingFailed(ILogger logger, Exception exception);

    [LoggerMessage(503, LogLevel.Warning, "The first question, which is the service's own, could not be answered")]
    public static partial void WarmUpFailed(ILogger logger, Exception exception);

    [LoggerMessage(
        504,
        LogLevel.Information,
        "Whoever asks over HTTP needs the API key, which is in {Path}; set Http:ApiKey to choose one"
    )]
    public static partial void ApiKeyMade(ILogger logger, string path);

    [LoggerMessage(505, LogLevel.Information, "Settings have changed and are in force: {Keys}")]
    public static partial void SettingsTaken(ILogger logger, string keys);

    [LoggerMessage(506, LogLevel.Warning, "Settings have changed that take effect at the next start: {Keys}")]
    public static partial void SettingsWait(ILogger logger, string keys);

    [LoggerMessage(507, LogLevel.Error, "Changed settings are wrong, and those before hold: {Problem}")]
    public static partial void SettingsBroken(ILogger logger, string problem);

    [LoggerMessage(
        508,
        LogLevel.Error,
        "Nothing is sent by OTLP: what OpenTelemetry's variables say can't be used ({Reason}). Mend them and start again"
    )]
    public static partial void NoOtlp(ILogger logger, string reason);

    [LoggerMessage(
        516,
        LogLevel.Warning,
        "Metrics or traces could not be sent by OTLP ({Reason}). See that a collector answers at OTEL_EXPORTER_OTLP_ENDPOINT; it is tried again, and told once an hour"
    )]
    public static partial void OtlpFailed(ILogger logger, string reason);

    [LoggerMessage(509, LogLevel.Information, "SIGHUP: settings, and what has changed in the folder, are read")]
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

    [LoggerMessage(511, LogLevel.Warning, "{Name} in the environment is no setting. Did you mean {Meant}?")]
    public static partial void NearSetting(ILogger logger, string name, string meant);

    [LoggerMessage(512, LogLevel.Information, "API keys have changed: {Count} valid")]
    public static partial void ApiKeysTaken(ILogger logger, int count);

    [LoggerMessage(515, LogLevel.Warning, "No API key is set any more: those from before hold until the next start")]
    public static partial void ApiKeysKept(ILogger logger);

    [LoggerMessage(
        513,
        LogLevel.Warning,
        "Embeddings are left out: the memory limit leaves {Bytes} bytes, and they need {Needed}. Raise it, or set Retrieval:Embeddings = false"
    )]
    public static partial void TooLittleMemory(ILogger logger, long bytes, long needed);

    [LoggerMessage(514, LogLevel.Warning, "{Count} requests had a wrong API key; the last came from {Address}")]
    public static partial void KeysRefused(ILogger logger, int count, string address);

    [LoggerMessage(501, LogLevel.Information, "BriefBot has stopped")]
    public static partial void Stopped(ILogger logger);
}
