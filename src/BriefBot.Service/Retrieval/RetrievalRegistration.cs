using BriefBot.Knowledge;
using BriefBot.Retrieval;
using BriefBot.Service.Retrieval.Embeddings;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BriefBot.Service.Retrieval;

internal static class RetrievalRegistration
{
    /// <summary>Registers the one index behind all contracts; <paramref name="open"/> opens it. It is closed with the container.</summary>
    public static IServiceCollection AddRetrieval(this IServiceCollection services, Func<IServiceProvider, LucenePassageIndex> open)
    {
        services.TryAddSingleton(open);
        services.TryAddSingleton<IPassageIndex>(provider => provider.GetRequiredService<LucenePassageIndex>());
        services.TryAddSingleton<ISpelling>(provider => provider.GetRequiredService<LucenePassageIndex>());
        services.TryAddSingleton<IPassageReader>(provider => provider.GetRequiredService<LucenePassageIndex>());
        services.TryAddSingleton<IPassageStore>(provider => provider.GetRequiredService<LucenePassageIndex>());
        services.TryAddSingleton<ITextAnalyzer>(LuceneAnalyzers.English);
        services.TryAddSingleton<EmbeddingProgress>();
        services.TryAddSingleton<Synonyms>();
        services.TryAddSingleton<ISynonymStore>(provider => provider.GetRequiredService<Synonyms>());
        return services;
    }

    /// <summary>Registers similarity by embeddings.</summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="model">The model.</param>
    /// <param name="dataPath">The data folder, whose lock <see cref="LucenePassageIndex"/> holds unless the index is in memory.</param>
    /// <param name="patience">
    /// How long a question waits for missing vectors; zero to have a hosted service make them in the background.
    /// </param>
    public static IServiceCollection AddEmbeddings(
        this IServiceCollection services,
        EmbeddingModel model,
        Func<IServiceProvider, string> dataPath,
        TimeSpan patience
    )
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => new EmbeddedUnits(
            model,
            () => OpenVectors(provider, model, dataPath(provider)),
            patience,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<EmbeddedUnits>>()
        ));
        services.TryAddSingleton<IUnitSimilarity>(provider => provider.GetRequiredService<EmbeddedUnits>());
        return patience != TimeSpan.Zero ? services : services.AddHostedService<EmbeddingWorker>();
    }

    private static VectorStore OpenVectors(IServiceProvider provider, EmbeddingModel model, string dataPath)
    {
        if (!provider.GetRequiredService<LucenePassageIndex>().HoldsDataFolder)
        {
            return VectorStore.InMemory();
        }

        try
        {
            return VectorStore.Open(dataPath, model.Version);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.VectorsNotKept(provider.GetRequiredService<ILogger<VectorStore>>(), VectorStore.PathIn(dataPath), e.Message);
            return VectorStore.InMemory();
        }
    }
}
