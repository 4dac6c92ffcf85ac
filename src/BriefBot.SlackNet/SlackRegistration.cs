using BriefBot.Chat.Gateways;
using Microsoft.Extensions.DependencyInjection;

namespace BriefBot.SlackNet;

/// <summary>Puts Slack among the chat networks.</summary>
public static class SlackRegistration
{
    /// <summary>Adds the gateway; the section <c>Slack</c> has to hold tokens.</summary>
    public static IServiceCollection AddSlack(this IServiceCollection services) => services.AddSingleton<IChatGateway, SlackGateway>();
}
