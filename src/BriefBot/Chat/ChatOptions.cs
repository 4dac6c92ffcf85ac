using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace BriefBot.Chat;

/// <summary>The section <c>Chat</c> of the settings.</summary>
public sealed class ChatOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Chat";

    /// <summary>The most that a limit by the minute may be set to.</summary>
    public const int MostPerMinute = 1_000_000;

    /// <summary>The longest question that is answered, in characters.</summary>
    [Range(20, 20_000)]
    public int MaxQuestionLength { get; set; } = 2_000;

    /// <summary>Number of earlier questions of a conversation that a follow-up may refer to.</summary>
    [Range(0, 20)]
    public int RememberedQuestions { get; set; } = 4;

    /// <summary>
    /// Maximum number of conversations kept in memory; the longest silent one is forgotten first. Not a setting; tests lower it.
    /// </summary>
    internal int RememberedConversations { get; set; } = 1_000;

    /// <summary>Maximum number of questions answered at the same time; more wait their turn.</summary>
    [Range(1, 256)]
    public int MaxConcurrentAnswers { get; set; } = 4;

    /// <summary>Maximum number of waiting questions; further ones are told that the bot is busy.</summary>
    [Range(0, 100_000)]
    public int MaxWaitingQuestions { get; set; } = 100;

    /// <summary>Maximum time of an answer in seconds, including its waiting; after it the author is told so and the work stops.</summary>
    [Range(1, 3_600)]
    public int AnswerTimeoutSeconds { get; set; } = 5;

    /// <summary>Time in seconds for running answers to finish when the service is told to stop.</summary>
    [Range(0, 3_600)]
    public int StopSeconds { get; set; } = 2;

    /// <summary>
    /// Age in minutes up to which a message that was missed, as while the bot was away, is answered; for an older one it apologises.
    /// </summary>
    [Range(0, 1_440)]
    public int CatchUpMinutes { get; set; } = 15;

    /// <summary>
    /// Maximum number of messages of one author (over HTTP: of one address) in any minute; further ones are told to wait.
    /// </summary>
    [Range(1, MostPerMinute)]
    public int AuthorPerMinute { get; set; } = 120;

    /// <summary>Maximum number of messages of all authors together in a shared channel, in any minute.</summary>
    [Range(1, MostPerMinute)]
    public int ChannelPerMinute { get; set; } = 60;

    /// <summary>
    /// The id of the channel for editors: unanswered questions are passed there by a button, and once a week a list of them is posted.
    /// Empty for none.
    /// </summary>
    [NetworkIds]
    public string EditorsChannel { get; set; } = "";

    /// <summary>Restricts where and by whom the bot may be asked on a chat network.</summary>
    [ValidateObjectMembers]
    public AllowOptions Allow { get; set; } = new();

    /// <summary>The settings of single channels and threads, by id.</summary>
    [NetworkIds]
    public IDictionary<string, ChannelOptions> Channels { get; set; } = new Dictionary<string, ChannelOptions>();
}

/// <summary>Checks the section <c>Chat</c> by the attributes of its options.</summary>
[OptionsValidator]
public sealed partial class ChatOptionsValidator : IValidateOptions<ChatOptions>;
