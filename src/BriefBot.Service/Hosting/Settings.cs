using BriefBot.Answers;
using BriefBot.Chat;
using BriefBot.Knowledge;
using BriefBot.Retrieval;

namespace BriefBot.Service.Hosting;

/// <summary>Where the settings come from, and which there are.</summary>
internal static class Settings
{
    private const string SecretsFolder = "/run/secrets";

    /// <summary>Our sections, and whose properties are their keys.</summary>
    public static IReadOnlyDictionary<string, Type> Sections { get; } = new Dictionary<string, Type>(StringComparer.OrdinalIgnoreCase)
    {
        [KnowledgeOptions.Section] = typeof(KnowledgeOptions),
        [DataOptions.Section] = typeof(DataOptions),
        [RetrievalOptions.Section] = typeof(RetrievalOptions),
        [AnswersOptions.Section] = typeof(AnswersOptions),
        [ChatOptions.Section] = typeof(ChatOptions),
        [DiscordOptions.Section] = typeof(DiscordOptions),
        [HttpOptions.Section] = typeof(HttpOptions),
    };

    /// <summary>Where the program runs, as .NET's own variables say; user secrets are read in development only.</summary>
    public static string EnvironmentName =>
        Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") ?? Environments.Production;

    /// <summary>
    /// Later sources win: the file beside the executable, user secrets in development, the environment, secrets as files,
    /// the command line.
    /// </summary>
    public static void AddSources(IConfigurationBuilder configuration, IReadOnlyDictionary<string, string?> commandLine)
    {
        configuration.Sources.Clear();
        configuration.AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true);
        if (EnvironmentName == Environments.Development)
        {
            configuration.AddUserSecrets(typeof(Settings).Assembly, optional: true);
        }

        configuration.AddEnvironmentVariables();
        configuration.AddKeyPerFile(SecretsFolder, optional: true);
        configuration.AddInMemoryCollection(commandLine);
    }

    public static void AddOptions(IServiceCollection services, IConfiguration configuration)
    {
        Add<KnowledgeOptions, KnowledgeOptionsValidator>(services, configuration, KnowledgeOptions.Section);
        Add<DataOptions, DataOptionsValidator>(services, configuration, DataOptions.Section);
        Add<RetrievalOptions, RetrievalOptionsValidator>(services, configuration, RetrievalOptions.Section);
        Add<AnswersOptions, AnswersOptionsValidator>(services, configuration, AnswersOptions.Section);
        Add<ChatOptions, ChatOptionsValidator>(services, configuration, ChatOptions.Section);
        Add<DiscordOptions, DiscordOptionsValidator>(services, configuration, DiscordOptions.Section);
        Add<HttpOptions, HttpOptionsValidator>(services, configuration, HttpOptions.Section);
        services.PostConfigure<KnowledgeOptions>(options => options.Path = Resolve(options.Path));
        services.PostConfigure<DataOptions>(options => options.Path = Resolve(options.Path));
    }

    private static void Add<TOptions, TValidator>(IServiceCollection services, IConfiguration configuration, string section)
        where TOptions : class
        where TValidator : class, Microsoft.Extensions.Options.IValidateOptions<TOptions> =>
        services.AddOptionsWithValidateOnStart<TOptions, TValidator>().Bind(configuration.GetSection(section));

    // An empty path is for the validator to refuse.
    private static string Resolve(string path) =>
        string.IsNullOrWhiteSpace(path) ? path : SettingsPaths.Resolve(path, Environment.CurrentDirectory, AppContext.BaseDirectory);
}
