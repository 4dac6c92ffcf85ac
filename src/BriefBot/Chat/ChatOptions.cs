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

    /// <summary>How many earlier questions of a conversation a follow-up may lean on.</summary>
    [Range(0, 20)]
    public int RememberedQuestions { get; set; } = 4;

    /// <summary>How many conversations are remembered; the longest silent one is forgotten first.</summary>
    [Range(1, 1_000_000)]
    public int RememberedConversations { get; set; } = 1_000;

    /// <summary>How many questions are answered at the same time; more wait their turn.</summary>
    [Range(1, 256)]
    public int MaxConcurrentAnswers { get; set; } = 4;

    /// <summary>How many questions may wait; one more is told that the bot is busy.</summary>
    [Range(0, 100_000)]
    public int MaxWaitingQuestions { get; set; } = 100;

    /// <summary>How long an answer may take, its waiting with it, in seconds; past it whoever asked is told so and the work stops.</summary>
    [Range(1, 3_600)]
    public int AnswerTimeoutSeconds { get; set; } = 5;

    /// <summary>How long the answers in flight may go on when the service is told to stop, in seconds.</summary>
    [Range(0, 3_600)]
    public int StopSeconds { get; set; } = 2;

    /// <summary>For how long after a question was asked its reply follows when it is edited or deleted, in minutes.</summary>
    [Range(0, 10_080)]
    public int EditWindowMinutes { get; set; } = 15;

    /// <summary>How many messages of one author (over HTTP: of one address) are taken in any minute; one more is told to wait.</summary>
    [Range(1, MostPerMinute)]
    public int AuthorPerMinute { get; set; } = 120;

    /// <summary>How many messages of all authors are taken in a channel that they share, in any minute.</summary>
    [Range(1, MostPerMinute)]
    public int ChannelPerMinute { get; set; } = 60;

    /// <summary>Where and by whom the bot may be asked on a chat network.</summary>
    [ValidateObjectMembers]
    public AllowOptions Allow { get; set; } = new();

    /// <summary>The settings of single channels and threads, by id.</summary>
    [NetworkIds]
    public IDictionary<string, ChannelOptions> Channels { get; set; } = new Dictionary<string, ChannelOptions>();
}
