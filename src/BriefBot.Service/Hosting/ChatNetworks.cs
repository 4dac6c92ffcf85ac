using BriefBot.Chat;
using BriefBot.Discord;
using BriefBot.Slack;
#if DISCORDNET
using BriefBot.DiscordNet;
#endif
#if SLACKNET
using BriefBot.SlackNet;
#endif

namespace BriefBot.Service.Hosting;

/// <summary>Decides which chat networks the service connects to.</summary>
internal static class ChatNetworks
{
    /// <summary>Says where a person finds the ids of channels, people and roles.</summary>
    public const string FindingIds =
        "In Discord switch the developer mode on (Settings, Advanced), then “Copy ID” in the menu of the server, channel, role or person. "
        + "In Slack the id stands at the end of a channel's details (“About”) and of a person's profile menu (“Copy member ID”).";

    /// <summary>Adds those for which there is a token.</summary>
    /// <exception cref="StartProblemException">The network is not part of this build, or its settings contradict each other.</exception>
    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        var discord = configuration.GetSection(DiscordOptions.Section).Get<DiscordOptions>() ?? new DiscordOptions();
        if (discord.Token.Length > 0)
        {
            Check(discord, configuration.GetSection(ChatOptions.Section).Get<ChatOptions>() ?? new ChatOptions());
            AddDiscord(services);
        }

        var slack = configuration.GetSection(SlackOptions.Section).Get<SlackOptions>() ?? new SlackOptions();
        if (slack.AppToken.Length > 0 || slack.BotTokens.Count > 0)
        {
            Check(slack);
            AddSlack(services);
        }
    }

    private static void Check(SlackOptions slack)
    {
        if (slack.AppToken.Length == 0)
        {
            throw new StartProblemException(
                ExitCode.Usage,
                "Slack:BotTokens is set, but Slack:AppToken is not. Copy it from the app's page Basic Information, App-Level Tokens (xapp-…)."
            );
        }

        if (slack.BotTokens.Count == 0 || slack.BotTokens.Any(token => !token.StartsWith("xoxb-", StringComparison.Ordinal)))
        {
            throw new StartProblemException(
                ExitCode.Usage,
                "Slack:BotTokens needs the bot token of each workspace, which begins with xoxb-. Copy it from the app's page OAuth & Permissions into "
                    + "Slack:BotTokens:0."
            );
        }
    }

    private static void Check(DiscordOptions discord, ChatOptions chat)
    {
        if (discord.ShardIds.Any(id => id < 0 || id >= discord.Shards))
        {
            throw new StartProblemException(
                ExitCode.Usage,
                $"Discord:ShardIds: each has to be below Discord:Shards = {discord.Shards}, which counts the connections of all processes, and 0 or more."
            );
        }

        string[] unread =
        [
            .. chat
                .Channels.Where(channel =>
                    char.IsAsciiDigit(channel.Key[0]) && channel.Value.Listen == ListenTo.Everything && !discord.MessageContent
                )
                .Select(channel => channel.Key)
                .Order(StringComparer.Ordinal),
        ];
        if (unread.Length > 0)
        {
            throw new StartProblemException(
                ExitCode.Usage,
                string.Join(
                    '\n',
                    unread.Select(id =>
                        $"Chat:Channels:{id}:Listen = Everything: Discord shows the bot only messages that name it. Set Discord:MessageContent = true, and "
                        + $"switch on the Message Content Intent in Discord's developer portal; or set Listen to Mentions."
                    )
                )
            );
        }
    }

#if SLACKNET
    private static void AddSlack(IServiceCollection services) => services.AddSlack();
#else
    private static void AddSlack(IServiceCollection services) =>
        throw new StartProblemException(
            ExitCode.Usage,
            "Slack:AppToken is set, but this build has no Slack in it. Build it with the property SlackNet: dotnet run --project "
                + "src/BriefBot.Service -p:SlackNet=true. Or take the tokens away."
        );
#endif

#if DISCORDNET
    private static void AddDiscord(IServiceCollection services) => services.AddDiscord();
#else
    private static void AddDiscord(IServiceCollection services) =>
        throw new StartProblemException(
            ExitCode.Usage,
            "Discord:Token is set, but this build has no Discord in it. Build it with the property DiscordNet: dotnet run --project "
                + "src/BriefBot.Service -p:DiscordNet=true. Or take the token away."
        );
#endif
}
