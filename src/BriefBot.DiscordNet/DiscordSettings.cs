using BriefBot.Chat;
using BriefBot.Chat.Servers;
using BriefBot.Discord;
using Discord;
using Discord.WebSocket;

namespace BriefBot.DiscordNet;

/// <summary>The command by which those who manage a server set where and by whom the bot may be asked there.</summary>
internal static class DiscordSettings
{
    private static readonly ChannelType[] Channels =
    [
        ChannelType.Text,
        ChannelType.News,
        ChannelType.Voice,
        ChannelType.Stage,
        ChannelType.Forum,
        ChannelType.PublicThread,
        ChannelType.PrivateThread,
        ChannelType.NewsThread,
    ];

    /// <summary>Returns the command.</summary>
    /// <param name="mayRead">
    /// Whether the bot may read messages that do not name it; otherwise answering every message can't be chosen.
    /// </param>
    public static SlashCommandProperties Command(bool mayRead) =>
        new SlashCommandBuilder()
            .WithName(DiscordCommandNames.Settings)
            .WithDescription("Where and by whom the bot may be asked on this server.")
            .WithDefaultMemberPermissions(GuildPermission.ManageGuild)
            .WithContextTypes(InteractionContextType.Guild)
            .WithIntegrationTypes(ApplicationIntegrationType.GuildInstall)
            .AddOption(Part(DiscordCommandNames.Show, "Show the settings of this server."))
            .AddOption(
                Part(DiscordCommandNames.Channel, "Set how the bot behaves in a channel.")
                    .AddOption(Place("The channel or thread.").WithRequired(true))
                    .AddOption(
                        Choice(
                            DiscordCommandNames.Listen,
                            "The messages that it answers there.",
                            [
                                ("when it is mentioned", nameof(ListenTo.Mentions)),
                                ("commands only", nameof(ListenTo.Commands)),
                                .. mayRead ? [("every message", nameof(ListenTo.Everything))] : Array.Empty<(string, string)>(),
                            ]
                        )
                    )
                    .AddOption(
                        Choice(
                            DiscordCommandNames.Answer,
                            "Where it answers.",
                            [("as a reply", nameof(AnswerIn.Reply)), ("in a thread for each question", nameof(AnswerIn.Thread))]
                        )
                    )
            )
            .AddOption(
                WithList(Part(DiscordCommandNames.Allow, "Allow a channel, a role or a person; what is not listed then may not ask."))
            )
            .AddOption(WithList(Part(DiscordCommandNames.Remove, "Remove a channel with its settings, a role or a person.")))
            .AddOption(Part(DiscordCommandNames.Reset, "Remove all settings of this server."))
            .Build();

    /// <summary>Returns the change that a command asks for; null where it asks for none.</summary>
    public static SettingsChange? Parse(SocketSlashCommandData command)
    {
        var part = command.Options.FirstOrDefault();
        var given = part?.Options.ToDictionary(option => option.Name, option => option.Value) ?? [];
        var (place, role, person) = (
            Named(given.GetValueOrDefault(DiscordCommandNames.Channel)),
            Named(given.GetValueOrDefault(DiscordCommandNames.Role)),
            Named(given.GetValueOrDefault(DiscordCommandNames.Person))
        );
        var listen = Enum<ListenTo>(given.GetValueOrDefault(DiscordCommandNames.Listen));
        var answer = Enum<AnswerIn>(given.GetValueOrDefault(DiscordCommandNames.Answer));
        return part?.Name switch
        {
            DiscordCommandNames.Channel when place is not null && (listen is not null || answer is not null) => new SettingsChange.Channel(
                place,
                listen,
                answer
            ),
            DiscordCommandNames.Allow when (place ?? role ?? person) is not null => new SettingsChange.Allow(place, role, person),
            DiscordCommandNames.Remove when (place ?? role ?? person) is not null => new SettingsChange.Remove(place, role, person),
            DiscordCommandNames.Reset => new SettingsChange.Reset(),
            _ => null,
        };
    }

    private static NamedId? Named(object? given) =>
        given switch
        {
            IGuildChannel channel => new NamedId(DiscordMessages.Text(channel.Id), $"#{channel.Name}"),
            IRole role => new NamedId(DiscordMessages.Text(role.Id), $"@{role.Name.TrimStart('@')}"),
            IUser person => new NamedId(DiscordMessages.Text(person.Id), $"@{person.Username}"),
            _ => null,
        };

    private static T? Enum<T>(object? given)
        where T : struct, Enum => System.Enum.TryParse<T>(given as string, out var value) ? value : null;

    private static SlashCommandOptionBuilder Part(string name, string description) =>
        new SlashCommandOptionBuilder().WithName(name).WithDescription(description).WithType(ApplicationCommandOptionType.SubCommand);

    private static SlashCommandOptionBuilder WithList(SlashCommandOptionBuilder part) =>
        part.AddOption(Place("A channel or thread."))
            .AddOption(DiscordCommandNames.Role, ApplicationCommandOptionType.Role, "A role.")
            .AddOption(DiscordCommandNames.Person, ApplicationCommandOptionType.User, "A person.");

    private static SlashCommandOptionBuilder Place(string description)
    {
        var option = new SlashCommandOptionBuilder()
            .WithName(DiscordCommandNames.Channel)
            .WithDescription(description)
            .WithType(ApplicationCommandOptionType.Channel);
        return Channels.Aggregate(option, (with, type) => with.AddChannelType(type));
    }

    private static SlashCommandOptionBuilder Choice(string name, string description, (string Label, string Value)[] choices)
    {
        var option = new SlashCommandOptionBuilder()
            .WithName(name)
            .WithDescription(description)
            .WithType(ApplicationCommandOptionType.String);
        return choices.Aggregate(option, (with, choice) => with.AddChoice(choice.Label, choice.Value));
    }
}
