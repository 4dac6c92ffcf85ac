using BriefBot.Answers;
using BriefBot.Answers.Ranking;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BriefBot.Service.Answers;

internal static class AnswersRegistration
{
    public static IServiceCollection AddAnswers(this IServiceCollection services)
    {
        services.TryAddSingleton(RankingModel.Shipped);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<CandidateRetriever>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IComposer, ExtractiveComposer>());
        services.TryAddSingleton<GroundingCheck>();
        services.TryAddSingleton<IAnswerer, Answerer>();
        return services;
    }
}
