using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace BriefBot.Slack;

/// <summary>The section <c>Slack</c> of the settings. A build without the adapter reads it to say that Slack is missing.</summary>
public sealed class SlackOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Slack";

    /// <summary>The app-level token of Socket Mode (<c>xapp-…</c>), a secret; empty where Slack is not used.</summary>
    [RegularExpression(
        @"(?:xapp-\S{1,500})?",
        ErrorMessage = "The field {0} must be an app-level token, which begins with xapp-.",
        MatchTimeoutInMilliseconds = 1_000
    )]
    public string AppToken { get; set; } = "";

    /// <summary>The bot tokens (<c>xoxb-…</c>), secrets: one for each workspace that the app is installed in.</summary>
    public IList<string> BotTokens { get; set; } = [];

    /// <summary>Absolute address of Slack's Web API for a proxy, such as <c>http://proxy/api/</c>; empty for Slack's own.</summary>
    [RegularExpression(
        @"(?:https?://\S{1,500}/)?",
        ErrorMessage = "The field {0} must be http:// or https:// with a / at its end.",
        MatchTimeoutInMilliseconds = 1_000
    )]
    public string ApiUrl { get; set; } = "";
}

/// <summary>Checks the section <c>Slack</c> by the attributes of its options.</summary>
[OptionsValidator]
public sealed partial class SlackOptionsValidator : IValidateOptions<SlackOptions>;
