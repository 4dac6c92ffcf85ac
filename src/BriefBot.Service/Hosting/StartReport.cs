using System.Reflection;
using BriefBot.Answers;
using BriefBot.Chat.Gateways;
using BriefBot.Knowledge;
using BriefBot.Retrieval;
using BriefBot.Service.Retrieval.Embeddings;
using Microsoft.Extensions.Options;

namespace BriefBot.Service.Hosting;

/// <summary>Logs one line about what starts, and the environment variables that were perhaps meant as settings.</summary>
internal static class StartReport
{
    /// <summary>The version and the revision that it was built from.</summary>
    public static string Version { get; } =
        typeof(StartReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    public static void Write(WebApplication service, ILogger logger)
    {
        var services = service.Services;
        string[] networks = [.. services.GetServices<IChatGateway>().Select(gateway => gateway.Network)];
        var model = services.GetRequiredService<IOptions<AnswersOptions>>().Value.Model;
        Log.Starting(
            logger,
            Version,
            networks.Length > 0 ? string.Join(", ", networks) : "none",
            model.IsConfigured ? model.Name : "none",
            services.GetService<IUnitSimilarity>() is not null ? "yes" : "no",
            services.GetRequiredService<IOptions<KnowledgeOptions>>().Value.Path,
            services.GetRequiredService<IOptions<DataOptions>>().Value.Path
        );
        if (
            !ShippedEmbeddingModel.HasMemory
            && services.GetRequiredService<IOptions<RetrievalOptions>>().Value.Embeddings
            && ShippedEmbeddingModel.Find() is not null
        )
        {
            Log.TooLittleMemory(logger, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes, ShippedEmbeddingModel.NeededMemory);
        }

        foreach (var (name, meant) in NearSettings.FindNearMisses(Environment.GetEnvironmentVariables().Keys.Cast<string>()))
        {
            Log.NearSetting(logger, name, meant);
        }
    }
}
