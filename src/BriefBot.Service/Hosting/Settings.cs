using BriefBot.Answers;
using BriefBot.Chat;
using BriefBot.Chat.Memory;
using BriefBot.Discord;
using BriefBot.Knowledge;
using BriefBot.Retrieval;
using BriefBot.Service.Chat;
using BriefBot.Service.Chat.Memory;
using BriefBot.Slack;
using Microsoft.Extensions.Options;

namespace BriefBot.Service.Hosting;

/// <summary>Defines the sources of the settings and their sections.</summary>
internal static class Settings
{
    /// <summary>Folder in which secrets are mounted as files.</summary>
    public const string SecretsFolder = "/run/secrets";

    /// <summary>Path of the operator's settings file; in a container a separate mount.</summary>
    private const string OperatorsFile = "/etc/briefbot/settings.json";

    private const string OperatorsFileVariable = "BRIEFBOT_SETTINGS";

    /// <summary>Our sections, and whose properties are their keys.</summary>
    public static IReadOnlyDictionary<string, Type> Sections { get; } =
        new Dictionary<string, Type>(StringComparer.OrdinalIgnoreCase)
        {
            [KnowledgeOptions.Section] = typeof(KnowledgeOptions),
            [DataOptions.Section] = typeof(DataOptions),
            [RetrievalOptions.Section] = typeof(RetrievalOptions),
            [AnswersOptions.Section] = typeof(AnswersOptions),
            [ChatOptions.Section] = typeof(ChatOptions),
            [MemoryOptions.Section] = typeof(MemoryOptions),
            [DiscordOptions.Section] = typeof(DiscordOptions),
            [SlackOptions.Section] = typeof(SlackOptions),
            [HttpOptions.Section] = typeof(HttpOptions),
            [PageOptions.Section] = typeof(PageOptions),
        };

    /// <summary>The environment's name from .NET's own variables; user secrets are read in Development only.</summary>
    public static string EnvironmentName =>
        Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT")
        ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT")
        ?? Environments.Production;

    /// <summary>
    /// Later sources win: the file beside the executable, the operator's file, user secrets in development, the environment,
    /// secrets as files, the command line.
    /// </summary>
    public static void AddSources(
        IConfigurationBuilder configuration,
        IReadOnlyDictionary<string, string?> commandLine,
        SettingsFiles files
    )
    {
        configuration.Sources.Clear();
        files.Add(configuration, Path.Combine(AppContext.BaseDirectory, "appsettings.json"));
        files.Add(configuration, OperatorsOwnFile() ?? OperatorsFile);
        if (EnvironmentName == Environments.Development)
        {
            configuration.AddUserSecrets(typeof(Settings).Assembly, optional: true);
        }

        configuration.AddEnvironmentVariables();
        files.AddSecrets(configuration, SecretsFolder);
        configuration.AddInMemoryCollection(commandLine);
    }

    /// <summary>The file that is named instead, or null where none is.</summary>
    /// <exception cref="StartProblemException">It is not there.</exception>
    private static string? OperatorsOwnFile() =>
        Environment.GetEnvironmentVariable(OperatorsFileVariable) switch
        {
            null or "" => null,
            var path when File.Exists(path) => Path.GetFullPath(path),
            var path => throw new StartProblemException(
                ExitCode.Usage,
                $"{OperatorsFileVariable}: there is no file {path}. Create it, or choose another."
            ),
        };

    public static void AddOptions(IServiceCollection services, IConfiguration configuration)
    {
        Add<KnowledgeOptions, KnowledgeOptionsValidator>(services, configuration, KnowledgeOptions.Section);
        Add<DataOptions, DataOptionsValidator>(services, configuration, DataOptions.Section);
        services.AddOptions<RetrievalOptions>().Bind(configuration.GetSection(RetrievalOptions.Section));
        Add<AnswersOptions, AnswersOptionsValidator>(services, configuration, AnswersOptions.Section);
        Add<ChatOptions, ChatOptionsValidator>(services, configuration, ChatOptions.Section);
        Add<MemoryOptions, MemoryOptionsValidator>(services, configuration, MemoryOptions.Section);
        Add<DiscordOptions, DiscordOptionsValidator>(services, configuration, DiscordOptions.Section);
        Add<SlackOptions, SlackOptionsValidator>(services, configuration, SlackOptions.Section);
        Add<HttpOptions, HttpOptionsValidator>(services, configuration, HttpOptions.Section);
        Add<PageOptions, PageOptionsValidator>(services, configuration, PageOptions.Section);
        services
            .AddOptions<MemoryOptions>()
            .Validate(
                options => options.Postgres.Length == 0 || PostgresDatabase.IsConnection(options.Postgres),
                "Memory:Postgres: isn’t a PostgreSQL connection string. Set one such as Host=db;Database=briefbot;Username=briefbot;Password=…."
            );
        services
            .AddOptions<HttpOptions>()
            .Validate(
                options => options.AllowedOrigins.All(HttpOptionsValidator.IsOrigin),
                "Http:AllowedOrigins: an origin is a scheme and a host such as https://intranet.example.org, without a path."
            );
        services
            .AddOptions<PageOptions>()
            .Validate(
                PageOptionsValidator.HasLogo,
                "Page:Logo: the file is not there, can't be read, or has more than 1 MB. Set the path of an SVG, PNG, JPEG or WebP file, or leave it empty."
            );
        services.PostConfigure<PageOptions>(options => options.Logo = Resolve(options.Logo));
        services.PostConfigure<KnowledgeOptions>(options => options.Path = Resolve(options.Path));
        services.PostConfigure<DataOptions>(options => options.Path = Resolve(options.Path));
    }

    /// <summary>The sections that take effect when they change, in the place of those that hold until the end.</summary>
    public static void AddLive(IServiceCollection services, SettingsFiles files)
    {
        services.AddSingleton(files).AddSingleton<LiveSettings>().AddHostedService(provider => provider.GetRequiredService<LiveSettings>());
        AddLive<AnswersOptions>(services);
        AddLive<ChatOptions>(services);
    }

    private static void AddLive<T>(IServiceCollection services)
        where T : class =>
        services
            .AddSingleton<LiveOptions<T>>()
            .AddSingleton<IOptions<T>>(provider => provider.GetRequiredService<LiveOptions<T>>())
            .AddSingleton<ILiveOptions>(provider => provider.GetRequiredService<LiveOptions<T>>());

    private static void Add<TOptions, TValidator>(IServiceCollection services, IConfiguration configuration, string section)
        where TOptions : class
        where TValidator : class, IValidateOptions<TOptions> =>
        services.AddOptionsWithValidateOnStart<TOptions, TValidator>().Bind(configuration.GetSection(section));

    // An empty path is for the validator to refuse.
    private static string Resolve(string path) =>
        string.IsNullOrWhiteSpace(path) ? path : SettingsPaths.Resolve(path, Environment.CurrentDirectory, AppContext.BaseDirectory);
}
