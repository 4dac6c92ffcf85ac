namespace BriefBot.Chat;

/// <summary>
/// Restricts where and by whom the bot may be asked (<c>Chat:Allow</c>), by ids of the chat network. An empty list allows all.
/// </summary>
/// <remarks>A direct message has no server and no roles, so it is not allowed where servers or roles are listed.</remarks>
public sealed class AllowOptions
{
    /// <summary>The servers.</summary>
    [NetworkIds]
    public IList<string> Servers { get; set; } = [];

    /// <summary>The channels, their threads with them, or single threads.</summary>
    [NetworkIds]
    public IList<string> Channels { get; set; } = [];

    /// <summary>Roles of which the author must have at least one.</summary>
    [NetworkIds]
    public IList<string> Roles { get; set; } = [];

    /// <summary>People who may ask.</summary>
    [NetworkIds]
    public IList<string> People { get; set; } = [];
}
