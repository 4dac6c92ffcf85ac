using BriefBot.Answers;
using BriefBot.Answers.Generation;
using BriefBot.Answers.Ranking;
using BriefBot.Answers.Verification;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BriefBot.Service.Answers;

internal static class AnswersRegistration
{
    public static IServiceCollection AddAnswers(this IServiceCollection services)
    {
        services.TryAddSingleton(RankingModel.Shipped);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<CandidateRetriever>();
        services.TryAddSingleton<ExtractiveWriter>();
        services.TryAddSingleton<GroundingCheck>();
        services.TryAddSingleton<AnswerAssembler>();
        services.TryAddSingleton<IAnswerer, AnswerPipeline>();
        return services;
    }
}
