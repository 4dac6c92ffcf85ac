using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace BriefBot.Discord;

/// <summary>The section <c>Discord</c> of the settings. In a build without the adapter only to say so.</summary>
public sealed class DiscordOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Discord";

    /// <summary>The bot's token, a secret; empty where Discord is not used.</summary>
    public string Token { get; set; } = "";

    /// <summary>
    /// Absolute address of Discord's HTTP API for a proxy, such as <c>http://proxy/api/v10/</c>; empty for Discord's own.
    /// </summary>
    [RegularExpression(
        @"(?:https?://\S{1,500}/)?",
        ErrorMessage = "The field {0} must be http:// or https:// with a / at its end.",
        MatchTimeoutInMilliseconds = 1_000
    )]
    public string ApiUrl { get; set; } = "";

    /// <summary>
    /// Absolute address of Discord's gateway for a proxy, such as <c>ws://proxy/?v=10&amp;encoding=json</c>; empty for Discord's own.
    /// </summary>
    [RegularExpression(
        @"(?:wss?://\S{1,500})?",
        ErrorMessage = "The field {0} must be ws:// or wss://.",
        MatchTimeoutInMilliseconds = 1_000
    )]
    public string GatewayUrl { get; set; } = "";

    /// <summary>
    /// Indicates whether the bot may read messages that do not name it, which has to be switched on in Discord's developer portal too
    /// (Message Content Intent).
    /// </summary>
    public bool MessageContent { get; set; }

    /// <summary>The bot's status, shown below its name; empty for none.</summary>
    [StringLength(128)]
    public string Presence { get; set; } = "";

    /// <summary>Total number of shards, those of other processes included; 0 for the number Discord recommends.</summary>
    [Range(0, 1_000)]
    public int Shards { get; set; }

    /// <summary>The <see cref="Shards"/> of this process, from 0; empty for all.</summary>
    public IList<int> ShardIds { get; set; } = [];
}

/// <summary>Checks the section <c>Discord</c> by the attributes of its options.</summary>
[OptionsValidator]
public sealed partial class DiscordOptionsValidator : IValidateOptions<DiscordOptions>;
