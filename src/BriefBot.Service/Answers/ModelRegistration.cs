using BriefBot.Answers;
using BriefBot.Answers.Generation;
using BriefBot.Answers.Verification;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace BriefBot.Service.Answers;

/// <summary>A model that writes answers. Nothing of it is loaded where it is not called.</summary>
internal static class ModelRegistration
{
    /// <param name="services">The service's.</param>
    /// <param name="usagePath">Path of the file that keeps the number of tokens used, or null to keep it in memory.</param>
    public static IServiceCollection AddModel(this IServiceCollection services, Func<IServiceProvider, string?> usagePath)
    {
        services.TryAddSingleton(provider => new TokenBudget(
            provider.GetRequiredService<IOptions<AnswersOptions>>().Value.Model,
            usagePath(provider),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<TokenBudget>>()
        ));
        services.TryAddSingleton<ModelState>();
        services.TryAddSingleton<ModelPrompts>();
        services.TryAddSingleton<IModelApi, ModelApi>();
        services.TryAddSingleton<ISentenceVerifier, KernelVerifier>();
        services.TryAddSingleton<IAnswerGenerator, KernelGenerator>();
        services.TryAddSingleton<IAnswerRefiner, AnswerRefiner>();
        return services;
    }
}
