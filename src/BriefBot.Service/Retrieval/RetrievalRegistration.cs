using BriefBot.Knowledge;
using BriefBot.Retrieval;
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
        services.TryAddSingleton<Synonyms>();
        services.TryAddSingleton<ISynonymStore>(provider => provider.GetRequiredService<Synonyms>());
        return services;
    }
}
