using BriefBot.Answers;
using BriefBot.Chat;
using BriefBot.Knowledge;
using BriefBot.Retrieval;

namespace BriefBot.Service.Hosting;

/// <summary>Where the settings come from, and which there are.</summary>
internal static class Settings
{
    public const string Urls = "Urls";

    public const string DefaultUrl = "http://127.0.0.1:5080";

    private const string SecretsFolder = "/run/secrets";

    private static readonly Dictionary<string, Type> Sections = new(StringComparer.OrdinalIgnoreCase)
    {
        [KnowledgeOptions.Section] = typeof(KnowledgeOptions),
        [DataOptions.Section] = typeof(DataOptions),
        [RetrievalOptions.Section] = typeof(RetrievalOptions),
        [AnswersOptions.Section] = typeof(AnswersOptions),
        [ChatOptions.Section] = typeof(ChatOptions),
    };

    /// <summary>
    /// Later sources win: the file beside the executable, user secrets in development, the environment, secrets as files,
    /// the command line.
    /// </summary>
    public static void AddSources(IConfigurationBuilder configuration, string environmentName, IReadOnlyDictionary<string, string?> commandLine)
    {
        configuration.Sources.Clear();
        configuration.AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true);
        if (environmentName == Environments.Development)
        {
            configuration.AddUserSecrets(typeof(Settings).Assembly, optional: true);
        }

        configuration.AddEnvironmentVariables();
        configuration.AddKeyPerFile(SecretsFolder, optional: true);
        configuration.AddInMemoryCollection(commandLine);
    }

    /// <summary>A key in one of our sections that nothing reads is a mistake that would else go unseen.</summary>
    /// <exception cref="StartProblemException">Names the first such key and what is allowed there.</exception>
    public static void RefuseUnknownKeys(IConfiguration configuration)
    {
        foreach (var (section, options) in Sections)
        {
            var allowed = options.GetProperties().Where(property => property.CanWrite).Select(property => property.Name).ToArray();
            var unknown = configuration.GetSection(section).GetChildren().FirstOrDefault(child => !allowed.Contains(child.Key, StringComparer.OrdinalIgnoreCase));
            if (unknown is not null)
            {
                throw new StartProblemException(
                    ExitCode.Usage, $"{section}:{unknown.Key}: there is no such setting. {section} has {string.Join(", ", allowed.Order(StringComparer.Ordinal))}.");
            }
        }
    }

    /// <exception cref="StartProblemException">An address of <c>Urls</c> can't be listened on.</exception>
    public static void RefuseBadUrls(IConfiguration configuration)
    {
        foreach (var url in (configuration[Urls] ?? DefaultUrl).Split(';'))
        {
            if (!Uri.TryCreate(url.Trim().Replace("://*", "://any", StringComparison.Ordinal).Replace("://+", "://any", StringComparison.Ordinal), UriKind.Absolute, out var address)
                || address.Scheme is not ("http" or "https"))
            {
                throw new StartProblemException(ExitCode.Usage, $"Urls: \"{url}\" is no address to listen on. Write one such as {DefaultUrl}, several with ; between them.");
            }
        }
    }

    public static void AddOptions(IServiceCollection services, IConfiguration configuration)
    {
        Add<KnowledgeOptions, KnowledgeOptionsValidator>(services, configuration, KnowledgeOptions.Section);
        Add<DataOptions, DataOptionsValidator>(services, configuration, DataOptions.Section);
        Add<RetrievalOptions, RetrievalOptionsValidator>(services, configuration, RetrievalOptions.Section);
        Add<AnswersOptions, AnswersOptionsValidator>(services, configuration, AnswersOptions.Section);
        Add<ChatOptions, ChatOptionsValidator>(services, configuration, ChatOptions.Section);
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
