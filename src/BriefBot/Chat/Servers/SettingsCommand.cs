namespace BriefBot.Chat.Servers;

/// <summary>Changes and describes the settings of a server, for those who manage it. Safe for concurrent use.</summary>
internal sealed class SettingsCommand(ServerSettingsCache servers)
{
    /// <summary>Applies the change of a command, if it has one.</summary>
    /// <returns>A sentence, and a line for each setting of the server.</returns>
    public (string Said, IReadOnlyList<string> Lines) Run(IncomingMessage message)
    {
        if (!message.MayManage || message.Server is not { } server)
        {
            return (BotTexts.MayNotSet, []);
        }

        if (message.Change is not { } change)
        {
            return (BotTexts.SettingsNow, Describe(servers.Find(message.Network, server)));
        }

        return servers.Change(message.Network, server, change) is { } changed
            ? (BotTexts.SettingsChanged, Describe(changed))
            : (BotTexts.SettingsNotKept, []);
    }

    private static IReadOnlyList<string> Describe(ServerSettings settings) =>
        [
            BotTexts.SettingsPlaces(settings.Places.Count > 0 ? Join(settings.Places) : BotTexts.SettingsAnywhere),
            settings.Roles.Count + settings.People.Count > 0
                ? BotTexts.SettingsAuthors(Join([.. settings.Roles, .. settings.People]))
                : BotTexts.SettingsAuthors(BotTexts.SettingsAnybody),
            .. settings.Channels.Select(Describe),
        ];

    private static string Describe(ChannelSettings channel)
    {
        string?[] parts =
        [
            channel.Listen switch
            {
                ListenTo.Mentions => BotTexts.ListensToMentions,
                ListenTo.Commands => BotTexts.ListensToCommands,
                ListenTo.Everything => BotTexts.ListensToEverything,
                _ => null,
            },
            channel.Answer switch
            {
                AnswerIn.Reply => BotTexts.AnswersInReply,
                AnswerIn.Thread => BotTexts.AnswersInThread,
                _ => null,
            },
        ];
        return $"{channel.Place.Name}: {string.Join(", ", parts.OfType<string>())}";
    }

    private static string Join(IReadOnlyList<NamedId> list) => string.Join(", ", list.Select(one => one.Name));
}
