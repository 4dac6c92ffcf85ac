using System.Collections.Concurrent;
using BriefBot.Chat;
using SlackNet;

namespace BriefBot.SlackNet;

/// <summary>A workspace that the app is installed in.</summary>
/// <param name="Team">Its id.</param>
/// <param name="User">The bot's own user there.</param>
/// <param name="Client">Calls with the workspace's token.</param>
internal sealed record SlackWorkspace(string Team, string User, ISlackApiClient Client);

/// <summary>The workspaces by id. Safe for concurrent use.</summary>
internal sealed class SlackWorkspaces(IReadOnlyList<SlackWorkspace> all)
{
    private readonly ConcurrentDictionary<string, string> _teams = new(StringComparer.Ordinal);

    public IReadOnlyList<SlackWorkspace> All => all;

    /// <summary>Returns the workspace of an event, or null where its token is not known.</summary>
    /// <param name="team">The workspace's id.</param>
    /// <param name="channel">The channel, of which it is remembered.</param>
    public SlackWorkspace? Find(string? team, string? channel)
    {
        var found = all.FirstOrDefault(workspace => workspace.Team == team) ?? (all.Count == 1 ? all[0] : null);
        if (found is not null && channel is not null)
        {
            _teams[channel] = found.Team;
        }

        return found;
    }

    /// <summary>Returns the workspace of a message: by its server, else by its channel, else the first.</summary>
    public SlackWorkspace Of(IncomingMessage message) => Find(message.Server, message.Channel) ?? Of(message.Channel);

    /// <summary>Returns the workspace of a channel, as far as that is known.</summary>
    public SlackWorkspace Of(string channel) =>
        _teams.TryGetValue(channel, out var team) && all.FirstOrDefault(workspace => workspace.Team == team) is { } known ? known : all[0];
}
