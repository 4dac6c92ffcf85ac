using System.ComponentModel.DataAnnotations;

namespace BriefBot.Chat;

/// <summary>The section <c>Discord</c> of the settings. In a build without the adapter only to say so.</summary>
public sealed class DiscordOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Discord";

    /// <summary>The bot's token, a secret; empty where Discord is not used.</summary>
    public string Token { get; set; } = "";

    /// <summary>Where Discord's HTTP interface is, for a proxy: an absolute address such as <c>http://proxy/api/v10/</c>; empty for Discord's own.</summary>
    [RegularExpression(@"(?:https?://\S{1,500}/)?", ErrorMessage = "The field {0} must be http:// or https:// with a / at its end.", MatchTimeoutInMilliseconds = 1_000)]
    public string ApiUrl { get; set; } = "";

    /// <summary>Where Discord's gateway is, for a proxy: an absolute address such as <c>ws://proxy/?v=10&amp;encoding=json</c>; empty for Discord's own.</summary>
    [RegularExpression(@"(?:wss?://\S{1,500})?", ErrorMessage = "The field {0} must be ws:// or wss://.", MatchTimeoutInMilliseconds = 1_000)]
    public string GatewayUrl { get; set; } = "";

    /// <summary>Whether the bot may read messages that do not name it, which has to be switched on in Discord's developer portal too (Message Content Intent).</summary>
    public bool MessageContent { get; set; }

    /// <summary>How many connections the bot's servers are spread over in all, counting other processes'; 0 for as many as Discord recommends.</summary>
    [Range(0, 1_000)]
    public int Shards { get; set; }

    /// <summary>Which of the <see cref="Shards"/> this process holds, from 0; empty for all.</summary>
    public IList<int> ShardIds { get; set; } = [];
}
