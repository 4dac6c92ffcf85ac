using BriefBot.Chat;
using BriefBot.Chat.Editors;
using BriefBot.Chat.Gateways;
using BriefBot.Chat.Memory;
using BriefBot.Chat.Servers;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BriefBot.Service.Chat;

internal static class ChatRegistration
{
    public static IServiceCollection AddChat(this IServiceCollection services)
    {
        services.TryAddSingleton<AnswerDeadline>();
        services.TryAddSingleton<FolderAnswers>();
        services.TryAddSingleton<Conversations>();
        services.TryAddSingleton<BotStatus>();
        services.TryAddSingleton<ServerSettingsCache>();
        services.TryAddSingleton<SettingsCommand>();
        services.TryAddSingleton<QuestionSuggestions>();
        services.TryAddSingleton<IChatResponder, ChatResponder>();
        services.TryAddSingleton<RepeatedMessages>();
        services.TryAddSingleton<QuotedPassages>();
        services.TryAddSingleton<AnswerVotes>();
        services.TryAddSingleton<EditorQuestions>();
        services.TryAddSingleton<WaitingAskers>();
        services.TryAddSingleton<ActionHandler>();
        services.TryAddSingleton<NetworkHealth>();
        return services;
    }
}
