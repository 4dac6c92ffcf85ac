namespace BriefBot.Slack;

/// <summary>The scopes that the adapter uses, as the manifest asks for them.</summary>
internal static class SlackScopes
{
    /// <summary>The scopes of a bot token.</summary>
    public static IReadOnlyList<string> Bot { get; } =
    [
        "app_mentions:read",
        "assistant:write",
        "channels:history",
        "channels:read",
        "chat:write",
        "commands",
        "groups:history",
        "groups:read",
        "im:history",
        "im:read",
        "metadata.message:read",
        "mpim:history",
        "mpim:read",
    ];
}
