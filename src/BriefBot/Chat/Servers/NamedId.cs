namespace BriefBot.Chat.Servers;

/// <summary>A channel, role or person of a chat network.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The name when it was chosen, as the network shows it, such as <c>#general</c>.</param>
public sealed record NamedId(string Id, string Name);
