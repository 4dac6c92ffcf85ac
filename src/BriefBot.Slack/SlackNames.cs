namespace BriefBot.Slack;

/// <summary>The names that the app's manifest gives to commands and shortcuts.</summary>
internal static class SlackNames
{
    public const string Ask = "/ask";

    /// <summary>The shortcut in the menu of a message, which has the message answered.</summary>
    public const string AnswerThis = "answer_this";

    /// <summary>The network's name.</summary>
    public const string Network = "slack";

    /// <summary>The button below a private answer that shows it to all.</summary>
    public const string Share = "share";

    /// <summary>The type of metadata by which a message that was sent is found again.</summary>
    public const string Metadata = "briefbot_reply";
}
