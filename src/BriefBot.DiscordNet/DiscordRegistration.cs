using BriefBot.Chat.Gateways;
using Microsoft.Extensions.DependencyInjection;

namespace BriefBot.DiscordNet;

/// <summary>Puts Discord among the chat networks.</summary>
public static class DiscordRegistration
{
    /// <summary>Adds the gateway; the section <c>Discord</c> has to hold a token.</summary>
    public static IServiceCollection AddDiscord(this IServiceCollection services) => services.AddSingleton<IChatGateway, DiscordGateway>();
}
