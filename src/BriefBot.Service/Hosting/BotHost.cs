using System.Security.Cryptography;
using BriefBot.Answers;
using BriefBot.Chat;
using BriefBot.Chat.Gateways;
using BriefBot.Chat.Memory;
using BriefBot.Knowledge;
using BriefBot.Retrieval;
using BriefBot.Service.Answers;
using BriefBot.Service.Chat;
using BriefBot.Service.Chat.Memory;
using BriefBot.Service.Knowledge;
using BriefBot.Service.Retrieval;
using BriefBot.Service.Retrieval.Embeddings;
using Microsoft.Extensions.Options;

namespace BriefBot.Service.Hosting;

/// <summary>Composes the service, and the commands that come and go.</summary>
internal static class BotHost
{
    /// <summary>Time left after the last answer to send it and to close.</summary>
    private static readonly TimeSpan CloseWithin = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Maximum time that a command waits for vectors, so that an answer by words alone still fits into the answer's time.
    /// </summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Name of the file in the data folder that counts the tokens used by models.</summary>
    private const string ModelUsageFile = "model-usage.json";

    /// <summary>The service: the worker, the web channel, the data folder for itself alone.</summary>
    /// <exception cref="StartProblemException">A setting or the data folder is wrong.</exception>
    public static WebApplication Service(IReadOnlyDictionary<string, string?> commandLine, ReloadSignal? reload = null)
    {
        var files = new SettingsFiles(watch: true);
        var builder = Read(() =>
        {
            var builder = WebApplication.CreateSlimBuilder(
                new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = Settings.EnvironmentName }
            );
            Settings.AddSources(builder.Configuration, commandLine, files);
            files.Loaded();
            return builder;
        });
        var urls = ListenUrls.Read(builder.Configuration);
        AddServices(builder.Services, builder.Configuration, provider => OpenIndex(provider), TimeSpan.Zero);
        Settings.AddLive(builder.Services, files);
        if ((builder.Configuration.GetSection(MemoryOptions.Section).Get<MemoryOptions>() ?? new MemoryOptions()).Enabled)
        {
            builder.Services.AddMemory(provider => provider.GetRequiredService<IOptions<DataOptions>>().Value.Path, StartReport.Version);
        }

        var http = builder.Configuration.GetSection(HttpOptions.Section).Get<HttpOptions>() ?? new HttpOptions();
        var metricsUrl = ListenUrls.ReadMetrics(http, urls);
        Systemd.Add(builder.Services);
        // The caller reports in plain words why the host did not start.
        LogLines.Add(builder.Logging, builder.Configuration);
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        ChatNetworks.Add(builder.Services, builder.Configuration);
        builder.Services.AddHostedService<BotWorker>().AddHostedService<GatewayWorker>().AddWebChannel(http.PerMinute, http.AllowedOrigins);
        builder.Services.AddSingleton<RefusedKeys>().AddSingleton(provider => Keys(provider, builder.Configuration, urls));
        builder.Services.AddSingleton(_ => reload ?? new ReloadSignal()).AddSingleton<TelemetryExport>().AddHostedService<StateMeasures>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = StopWithin(builder.Configuration));
        builder.WebHost.UseUrls([.. urls, .. metricsUrl is null ? Array.Empty<string>() : [metricsUrl]]);
        var service = builder.Build();
        Check(service.Services, builder.Configuration);
        // First, because later parts look at the remaining path and the client's address.
        ProxySettings.Use(service, http);
        service.Services.GetRequiredService<TelemetryExport>().Map(service, metricsUrl);
        var keys = service.Services.GetRequiredService<ApiKeys>();
        service.MapWebChannel(
            ListenUrls.AllowedHosts(builder.Configuration, urls),
            [.. http.AllowedOrigins],
            () => keys.Valid,
            service.Services.GetRequiredService<RefusedKeys>().Add
        );
        service.Lifetime.ApplicationStopping.Register(service.Services.GetRequiredService<AnswerDeadline>().Stop);
        return service;
    }

    /// <summary>
    /// For a short command: the index of the data folder or, while a service holds that, one in memory. Logs go to the
    /// error stream, from warnings up.
    /// </summary>
    /// <exception cref="StartProblemException">A setting or the data folder is wrong.</exception>
    public static ServiceProvider Command(
        IReadOnlyDictionary<string, string?> commandLine,
        bool inMemory = false,
        Action<IServiceCollection>? add = null
    )
    {
        var configuration = Configuration(commandLine);
        var services = new ServiceCollection();
        services.AddLogging(logging =>
            logging
                .AddSimpleConsole(console => console.SingleLine = true)
                .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace)
                .SetMinimumLevel(LogLevel.Warning)
                // At a terminal they would stand in the line that is being typed; ProgressBar says that there are some.
                .AddFilter("BriefBot.Knowledge", Console.IsErrorRedirected ? LogLevel.Warning : LogLevel.None)
        );
        // A service that is registered first wins.
        add?.Invoke(services);
        AddServices(
            services,
            configuration,
            provider => inMemory ? IndexFolder.InMemory() : OpenIndexOrMemory(provider),
            inMemory ? Timeout.InfiniteTimeSpan : Patience
        );
        // A person at the terminal may ask at any rate and pipe in a file.
        services.PostConfigure<ChatOptions>(options => options.AuthorPerMinute = ChatOptions.MostPerMinute);
        var provider = services.BuildServiceProvider();
        Check(provider, configuration);
        return provider;
    }

    /// <summary>The settings from all their sources.</summary>
    /// <exception cref="StartProblemException">A file of settings is broken or can't be read.</exception>
    public static IConfigurationManager Configuration(IReadOnlyDictionary<string, string?> commandLine) =>
        Read(() =>
        {
            var configuration = new ConfigurationManager();
            Settings.AddSources(configuration, commandLine, new SettingsFiles(watch: false));
            return configuration;
        });

    /// <summary>Read by the host before the options are checked.</summary>
    private static TimeSpan StopWithin(ConfigurationManager configuration) =>
        TimeSpan.FromSeconds((configuration.GetSection(ChatOptions.Section).Get<ChatOptions>() ?? new ChatOptions()).StopSeconds)
        + CloseWithin;

    private static void AddServices(
        IServiceCollection services,
        IConfiguration configuration,
        Func<IServiceProvider, LucenePassageIndex> openIndex,
        TimeSpan patience
    )
    {
        SettingsCheck.Keys(configuration, Settings.Sections);
        Settings.AddOptions(services, configuration);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<ReplyIdSource>(() => RandomNumberGenerator.GetString("0123456789abcdefghjkmnpqrstvwxyz", 10));
        services.AddKnowledge().AddRetrieval(openIndex).AddAnswers().AddChat();
        if (
            (configuration.GetSection(RetrievalOptions.Section).Get<RetrievalOptions>() ?? new RetrievalOptions()).Embeddings
            && ShippedEmbeddingModel.HasMemory
            && ShippedEmbeddingModel.Find() is { } embeddings
        )
        {
            services.AddEmbeddings(embeddings, provider => provider.GetRequiredService<IOptions<DataOptions>>().Value.Path, patience);
        }

        if (configuration.GetSection(AnswersOptions.Section).Get<AnswersOptions>()?.Model.IsConfigured == true)
        {
            services.AddModel(provider => Path.Combine(provider.GetRequiredService<IOptions<DataOptions>>().Value.Path, ModelUsageFile));
        }
    }

    /// <summary>Reads the settings' sources.</summary>
    /// <exception cref="StartProblemException">A file of settings is broken or can't be read.</exception>
    private static T Read<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new StartProblemException(ExitCode.Usage, $"The settings can't be read: {e.Message} {e.GetBaseException().Message}", e);
        }
    }

    /// <summary>Values are checked before anything starts, and the data folder is taken.</summary>
    private static void Check(IServiceProvider provider, IConfiguration configuration)
    {
        SettingsCheck.Values(provider, configuration);
        _ = provider.GetRequiredService<LucenePassageIndex>();
        try
        {
            _ = provider.GetService<AuthorHash>();
            _ = provider.GetService<IAnswerStore>();
            _ = provider.GetService<IAnswerRefiner>();
        }
        catch (IOException e)
        {
            throw new StartProblemException(ExitCode.Unavailable, e.Message, e);
        }
        catch (InvalidDataException e)
        {
            throw new StartProblemException(ExitCode.Usage, e.Message, e);
        }
    }

    private static ApiKeys Keys(IServiceProvider provider, IConfiguration configuration, string[] urls) =>
        new(
            configuration,
            ListenUrls.AreLoopback(urls) ? null : provider.GetRequiredService<IOptions<DataOptions>>().Value.Path,
            provider.GetRequiredService<ILoggerFactory>().CreateLogger("BriefBot")
        );

    private static LucenePassageIndex OpenIndex(IServiceProvider provider)
    {
        var path = provider.GetRequiredService<IOptions<DataOptions>>().Value.Path;
        try
        {
            var knowledge = provider.GetRequiredService<IOptions<KnowledgeOptions>>().Value;
            return IndexFolder.Open(
                path,
                $"{knowledge.Limits.MinPassageWords}-{knowledge.Limits.MaxPassageWords}",
                provider.GetRequiredService<ILogger<LucenePassageIndex>>()
            );
        }
        catch (IOException e)
        {
            throw new StartProblemException(ExitCode.Unavailable, e.Message, e);
        }
    }

    private static LucenePassageIndex OpenIndexOrMemory(IServiceProvider provider)
    {
        try
        {
            return OpenIndex(provider);
        }
        catch (StartProblemException e) when (e.InnerException is DataFolderInUseException)
        {
            return IndexFolder.InMemory();
        }
    }
}
