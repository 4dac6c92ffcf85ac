using BriefBot.Chat.Writing;

namespace BriefBot.Chat.Gateways;

/// <summary>Posts messages that are no reply. An ability of a network that has it.</summary>
public interface IChannelPoster
{
    /// <summary>Posts a message to a channel, calling nobody. Safe for concurrent use.</summary>
    /// <returns>The id of the message.</returns>
    /// <exception cref="MessageNotSentException">It was surely not sent, and may be sent again later.</exception>
    /// <exception cref="Exception">The channel does not exist or may not be written to.</exception>
    Task<string> PostAsync(string channel, ReplyPart part, CancellationToken cancellationToken);
}
