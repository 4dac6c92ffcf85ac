using BriefBot.Discord;
using Discord;
using Discord.WebSocket;

namespace BriefBot.DiscordNet;

/// <summary>The bot's commands, known to Discord everywhere it is installed, for a server or for a person.</summary>
internal static class DiscordCommands
{
    private const int MaxQuestion = 2_000;

    private static readonly InteractionContextType[] Everywhere =
    [
        InteractionContextType.Guild,
        InteractionContextType.BotDm,
        InteractionContextType.PrivateChannel,
    ];

    private static readonly ApplicationIntegrationType[] Installs =
    [
        ApplicationIntegrationType.GuildInstall,
        ApplicationIntegrationType.UserInstall,
    ];

    /// <summary>Registers them where they are not there as they are here; else nothing is sent.</summary>
    /// <param name="client">The client.</param>
    /// <param name="mayRead">Whether the bot may read messages that do not name it.</param>
    /// <param name="options">Ends the work.</param>
    public static async Task RegisterAsync(DiscordSocketClient client, bool mayRead, RequestOptions options)
    {
        ApplicationCommandProperties[] wanted =
        [
            AskCommand(),
            Plain(DiscordCommandNames.Help, "What this bot does.").Build(),
            Plain(DiscordCommandNames.Sources, "The articles that answers come from.").Build(),
            Plain(DiscordCommandNames.Status, "How the bot is: its articles, problems and connections.")
                .WithDefaultMemberPermissions(GuildPermission.ManageGuild)
                .WithContextTypes(InteractionContextType.Guild)
                .WithIntegrationTypes(ApplicationIntegrationType.GuildInstall)
                .Build(),
            DiscordSettings.Command(mayRead),
            new MessageCommandBuilder()
                .WithName(DiscordCommandNames.AnswerThis)
                .WithContextTypes(Everywhere)
                .WithIntegrationTypes(Installs)
                .Build(),
        ];
        var there = await client.GetGlobalApplicationCommandsAsync(options: options);
        if (there.Count != wanted.Length || wanted.Any(command => !there.Any(other => IsSame(command, other))))
        {
            await client.BulkOverwriteGlobalApplicationCommandsAsync(wanted, options);
        }
    }

    private static SlashCommandProperties AskCommand() =>
        new SlashCommandBuilder()
            .WithName(DiscordCommandNames.Ask)
            .WithDescription("Ask about the articles; each sentence of the answer shows where it stands.")
            .AddOption(
                new SlashCommandOptionBuilder()
                    .WithName(DiscordCommandNames.Question)
                    .WithDescription("Your question.")
                    .WithType(ApplicationCommandOptionType.String)
                    .WithRequired(true)
                    .WithMaxLength(MaxQuestion)
                    .WithAutocomplete(true)
            )
            .AddOption(
                new SlashCommandOptionBuilder()
                    .WithName(DiscordCommandNames.Private)
                    .WithDescription("Only you see the answer.")
                    .WithType(ApplicationCommandOptionType.Boolean)
            )
            .WithContextTypes(Everywhere)
            .WithIntegrationTypes(Installs)
            .Build();

    private static SlashCommandBuilder Plain(string name, string description) =>
        new SlashCommandBuilder().WithName(name).WithDescription(description).WithContextTypes(Everywhere).WithIntegrationTypes(Installs);

    private static bool IsSame(ApplicationCommandProperties wanted, SocketApplicationCommand there) =>
        wanted.Name.Value == there.Name
        && (wanted is MessageCommandProperties) == (there.Type == ApplicationCommandType.Message)
        && wanted.IntegrationTypes.Value.All(there.IntegrationTypes.Contains)
        && wanted.ContextTypes.Value.All(there.ContextTypes.Contains)
        && (wanted is not SlashCommandProperties slash || IsSame(slash, there));

    private static bool IsSame(SlashCommandProperties wanted, SocketApplicationCommand there) =>
        wanted.Description.Value == there.Description
        && (wanted.Options.GetValueOrDefault() ?? []).Select(Describe).SequenceEqual(there.Options.Select(Describe));

    private static string Describe(ApplicationCommandOptionProperties option) =>
        Describe(
            option.Name,
            option.Description,
            option.Type,
            option.IsRequired == true,
            option.MaxLength,
            (option.Choices ?? []).Select(choice => choice.Name),
            (option.Options ?? []).Select(Describe)
        );

    private static string Describe(SocketApplicationCommandOption option) =>
        Describe(
            option.Name,
            option.Description,
            option.Type,
            option.IsRequired == true,
            option.MaxLength,
            option.Choices.Select(choice => choice.Name),
            option.Options.Select(Describe)
        );

    private static string Describe(
        string name,
        string description,
        ApplicationCommandOptionType type,
        bool isRequired,
        int? maxLength,
        IEnumerable<string> choices,
        IEnumerable<string> options
    ) => $"{name} {type} {isRequired} {maxLength} {description} [{string.Join(", ", choices)}] ({string.Join("; ", options)})";
}
