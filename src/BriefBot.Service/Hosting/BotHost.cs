using System.Security.Cryptography;
using System.Text.RegularExpressions;
using BriefBot.Chat;
using BriefBot.Knowledge;
using BriefBot.Service.Answers;
using BriefBot.Service.Chat;
using BriefBot.Service.Knowledge;
using BriefBot.Service.Retrieval;
using Microsoft.Extensions.Options;

namespace BriefBot.Service.Hosting;

/// <summary>Puts the rooms together: for the service, and for the commands that come and go.</summary>
internal static partial class BotHost
{
    /// <summary>The service: the worker, the web channel, the data folder for itself alone.</summary>
    /// <exception cref="StartProblemException">A setting or the data folder is wrong.</exception>
    public static WebApplication Service(IReadOnlyDictionary<string, string?> commandLine)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        Settings.AddSources(builder.Configuration, builder.Environment.EnvironmentName, commandLine);
        AddRooms(builder.Services, builder.Configuration, provider => OpenIndex(provider));
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        // What stops the start is told by the program, in a sentence; the host would add its stack.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.Services.AddHostedService<BotWorker>().AddWebChannel(builder.Configuration);
        builder.WebHost.UseUrls(builder.Configuration[Settings.Urls] ?? Settings.DefaultUrl);
        var service = builder.Build();
        Check(service.Services);
        service.MapWebChannel();
        return service;
    }

    /// <summary>
    /// For a short command: the index of the data folder or, while a service holds that, one in memory. Logs go to the
    /// error stream, from warnings up.
    /// </summary>
    /// <exception cref="StartProblemException">A setting or the data folder is wrong.</exception>
    public static ServiceProvider Command(IReadOnlyDictionary<string, string?> commandLine, bool inMemory = false)
    {
        var configuration = new ConfigurationManager();
        Settings.AddSources(configuration, Environments.Production, commandLine);
        var services = new ServiceCollection();
        services.AddLogging(logging => logging
            .AddSimpleConsole(console => console.SingleLine = true)
            .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace)
            .SetMinimumLevel(LogLevel.Warning));
        AddRooms(services, configuration, provider => inMemory ? IndexFolder.InMemory() : OpenIndexOrMemory(provider));
        var provider = services.BuildServiceProvider();
        Check(provider);
        return provider;
    }

    private static void AddRooms(IServiceCollection services, IConfiguration configuration, Func<IServiceProvider, LucenePassageIndex> openIndex)
    {
        Settings.RefuseUnknownKeys(configuration);
        Settings.RefuseBadUrls(configuration);
        Settings.AddOptions(services, configuration);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<ReplyIdSource>(() => RandomNumberGenerator.GetString("0123456789abcdefghjkmnpqrstvwxyz", 10));
        services.AddKnowledge().AddRetrieval(openIndex).AddAnswers().AddChat();
    }

    /// <summary>Values are checked before anything starts, and the data folder is taken.</summary>
    private static void Check(IServiceProvider provider)
    {
        try
        {
            provider.GetRequiredService<IStartupValidator>().Validate();
        }
        catch (OptionsValidationException e)
        {
            throw new StartProblemException(ExitCode.Usage, string.Join('\n', e.Failures.Select(Told)), e);
        }
        catch (InvalidOperationException e) when (e.InnerException is not null)
        {
            // The binder says which key holds which value that is not of its type.
            throw new StartProblemException(ExitCode.Usage, $"{e.Message} {e.InnerException.Message}", e);
        }

        _ = provider.GetRequiredService<LucenePassageIndex>();
    }

    /// <summary>The validator says "Key: The field ChatOptions.Key must be …"; a person knows the setting as Chat:Key.</summary>
    private static string Told(string failure) => Failure().Replace(failure, "$1:$2: $3");

    private static LucenePassageIndex OpenIndex(IServiceProvider provider)
    {
        var path = provider.GetRequiredService<IOptions<DataOptions>>().Value.Path;
        try
        {
            var knowledge = provider.GetRequiredService<IOptions<KnowledgeOptions>>().Value;
            return IndexFolder.Open(path, $"{knowledge.MinPassageWords}-{knowledge.MaxPassageWords}", provider.GetRequiredService<ILogger<LucenePassageIndex>>());
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

    [GeneratedRegex(@"^\w+: The (?:field )?(\w+)Options\.(\w+) (?:field )?(.*)$")]
    private static partial Regex Failure();
}
