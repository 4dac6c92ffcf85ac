using BriefBot.Knowledge;
using BriefBot.Knowledge.Checking;
using BriefBot.Service.Knowledge.OutOfProcess;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace BriefBot.Service.Knowledge;

internal static class KnowledgeRegistration
{
    /// <summary>The readers and the indexer. Who keeps the passages is Retrieval's to say.</summary>
    public static IServiceCollection AddKnowledge(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<KnowledgeOptions>, ReadMemoryDefault>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IArticleReader, OutOfProcessArticleReader>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<KnowledgeCatalog>();
        services.TryAddSingleton<ArticleAddresses>();
        services.TryAddSingleton<KnowledgeReadiness>();
        services.TryAddSingleton<KnowledgeIndexer>();
        services.TryAddSingleton<FolderCheck>();
        return services;
    }
}
