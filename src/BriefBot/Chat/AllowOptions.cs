namespace BriefBot.Chat;

/// <summary>
/// Where and by whom the bot may be asked: <c>Chat:Allow</c>, ids of the chat network. A list that is empty allows all; one
/// that is not allows only what it names, so that a direct message, which has no server and no roles, is not allowed where
/// one of these is named.
/// </summary>
public sealed class AllowOptions
{
    /// <summary>The servers.</summary>
    [NetworkIds]
    public IList<string> Servers { get; set; } = [];

    /// <summary>The channels, their threads with them, or single threads.</summary>
    [NetworkIds]
    public IList<string> Channels { get; set; } = [];

    /// <summary>The roles of which whoever asks must have one.</summary>
    [NetworkIds]
    public IList<string> Roles { get; set; } = [];

    /// <summary>Who may ask.</summary>
    [NetworkIds]
    public IList<string> People { get; set; } = [];
}
