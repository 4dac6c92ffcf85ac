namespace BriefBot.Chat.Servers;

/// <summary>The settings of one server that those who manage it make by command. Immutable.</summary>
/// <remarks>They narrow what <see cref="ChatOptions.Allow"/> allows, and override <see cref="ChatOptions.Channels"/>.</remarks>
internal sealed record ServerSettings
{
    /// <summary>The settings of a server where none were made.</summary>
    public static ServerSettings Empty { get; } = new();

    /// <summary>The channels and threads where the bot may be asked; empty for all.</summary>
    public IReadOnlyList<NamedId> Places { get; init; } = [];

    /// <summary>The roles of which an author must have one; empty for all authors.</summary>
    public IReadOnlyList<NamedId> Roles { get; init; } = [];

    /// <summary>The people who may ask; empty for all.</summary>
    public IReadOnlyList<NamedId> People { get; init; } = [];

    /// <summary>The channels and threads with settings of their own.</summary>
    public IReadOnlyList<ChannelSettings> Channels { get; init; } = [];

    /// <summary>Returns whether the bot may be asked there and by that author. A listed person needs no role.</summary>
    public bool Allows(IncomingMessage message) =>
        (Places.Count == 0 || Contains(Places, message.Channel) || Contains(Places, message.Thread))
        && (
            (Roles.Count == 0 && People.Count == 0) || message.Roles.Any(role => Contains(Roles, role)) || Contains(People, message.Author)
        );

    /// <summary>Returns the settings of a channel or thread, or null.</summary>
    public ChannelSettings? Find(string? place) => Channels.FirstOrDefault(channel => channel.Place.Id == place);

    /// <summary>Returns the settings after a change.</summary>
    public ServerSettings With(SettingsChange change) =>
        change switch
        {
            SettingsChange.Channel channel => this with
            {
                Channels =
                [
                    .. Channels.Where(other => other.Place.Id != channel.Place.Id),
                    new ChannelSettings(
                        channel.Place,
                        channel.Listen ?? Find(channel.Place.Id)?.Listen,
                        channel.Answer ?? Find(channel.Place.Id)?.Answer
                    ),
                ],
            },
            SettingsChange.Allow allow => this with
            {
                Places = Add(Places, allow.Place),
                Roles = Add(Roles, allow.Role),
                People = Add(People, allow.Person),
            },
            SettingsChange.Remove remove => this with
            {
                Places = Without(Places, remove.Place),
                Roles = Without(Roles, remove.Role),
                People = Without(People, remove.Person),
                Channels = [.. Channels.Where(channel => channel.Place.Id != remove.Place?.Id)],
            },
            _ => Empty,
        };

    private static bool Contains(IReadOnlyList<NamedId> list, string? id) => list.Any(one => one.Id == id);

    private static IReadOnlyList<NamedId> Add(IReadOnlyList<NamedId> list, NamedId? added) =>
        added is null ? list : [.. Without(list, added), added];

    private static IReadOnlyList<NamedId> Without(IReadOnlyList<NamedId> list, NamedId? removed) =>
        [.. list.Where(one => one.Id != removed?.Id)];
}

/// <summary>The settings of a channel or thread; where one is null the settings file decides.</summary>
/// <param name="Place">The channel or thread.</param>
/// <param name="Listen">The messages that the bot answers there.</param>
/// <param name="Answer">The place for answers.</param>
internal sealed record ChannelSettings(NamedId Place, ListenTo? Listen, AnswerIn? Answer);
