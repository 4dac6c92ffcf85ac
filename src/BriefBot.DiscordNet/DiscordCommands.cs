using Discord;
using Discord.WebSocket;

namespace BriefBot.DiscordNet;

/// <summary>The bot's commands, known to Discord everywhere it is installed, for a server or for a person.</summary>
internal static class DiscordCommands
{
    public const string Ask = "ask";
    public const string Help = "help";
    public const string Sources = "sources";
    public const string Question = "question";
    public const string Private = "private";

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
    public static async Task RegisterAsync(DiscordSocketClient client, RequestOptions options)
    {
        var wanted = new[] { AskCommand(), Plain(Help, "What this bot does."), Plain(Sources, "The articles that answers come from.") };
        var there = await client.GetGlobalApplicationCommandsAsync(options: options);
        if (there.Count != wanted.Length || wanted.Any(command => !there.Any(other => IsSame(command, other))))
        {
            await client.BulkOverwriteGlobalApplicationCommandsAsync([.. wanted], options);
        }
    }

    private static SlashCommandProperties AskCommand() =>
        new SlashCommandBuilder()
            .WithName(Ask)
            .WithDescription("Ask about the articles; each sentence of the answer shows where it stands.")
            .AddOption(
                new SlashCommandOptionBuilder()
                    .WithName(Question)
                    .WithDescription("Your question.")
                    .WithType(ApplicationCommandOptionType.String)
                    .WithRequired(true)
                    .WithMaxLength(MaxQuestion)
            )
            .AddOption(
                new SlashCommandOptionBuilder()
                    .WithName(Private)
                    .WithDescription("Only you see the answer.")
                    .WithType(ApplicationCommandOptionType.Boolean)
            )
            .WithContextTypes(Everywhere)
            .WithIntegrationTypes(Installs)
            .Build();

    private static SlashCommandProperties Plain(string name, string description) =>
        new SlashCommandBuilder()
            .WithName(name)
            .WithDescription(description)
            .WithContextTypes(Everywhere)
            .WithIntegrationTypes(Installs)
            .Build();

    private static bool IsSame(SlashCommandProperties wanted, SocketApplicationCommand there) =>
        wanted.Name.Value == there.Name
        && wanted.Description.Value == there.Description
        && Installs.All(there.IntegrationTypes.Contains)
        && Everywhere.All(there.ContextTypes.Contains)
        && (wanted.Options.GetValueOrDefault() ?? [])
            .Select(option => (option.Name, option.Description, option.Type, option.IsRequired == true, option.MaxLength))
            .SequenceEqual(
                there.Options.Select(option => (option.Name, option.Description, option.Type, option.IsRequired == true, option.MaxLength))
            );
}
