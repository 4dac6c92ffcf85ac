using BriefBot.Knowledge;
using BriefBot.Retrieval;
using BriefBot.Service.Retrieval.Embeddings;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BriefBot.Service.Retrieval;

internal static class RetrievalRegistration
{
    /// <summary>The one index behind all seams; <paramref name="open"/> says where it stands. It is closed with the container.</summary>
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

    /// <summary>Sentences are judged by what they mean too.</summary>
    /// <param name="services">Where all is registered.</param>
    /// <param name="model">The model.</param>
    /// <param name="dataPath">The data folder, of which <see cref="LucenePassageIndex"/> holds the lock unless it is in memory.</param>
    /// <param name="patience">How long a question waits for the vectors that it needs; where that is zero, a hosted service makes them.</param>
    public static IServiceCollection AddEmbeddings(this IServiceCollection services, EmbeddingModel model, Func<IServiceProvider, string> dataPath, TimeSpan patience)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => new EmbeddedUnits(
            model, () => OpenVectors(provider, model, dataPath(provider)), patience, provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<EmbeddedUnits>>()));
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
