using BriefBot.Answers;
using BriefBot.Chat.Gateways;
using BriefBot.Chat.Memory;
using BriefBot.Chat.Writing;
using Microsoft.Extensions.Logging;

namespace BriefBot.Chat.Editors;

/// <summary>Tells people who wished it when an article answers the question that was refused. Safe for concurrent use.</summary>
internal sealed class WaitingAskers(ILogger<WaitingAskers> logger, IAnswerStore? store = null)
{
    /// <summary>Handles a pressed button.</summary>
    /// <returns>The message for whoever pressed it; null where the button is another one.</returns>
    public ChatMessage? Press(PressedAction pressed)
    {
        if (pressed.Name != ActionNames.Tell)
        {
            return null;
        }

        var (place, answerId) = (pressed.Place, pressed.Data);
        if (store?.Find(answerId) is null)
        {
            return ChatMessage.Say(BotTexts.VoteNotKept);
        }

        store.Save(new WaitingAsker(place.Network, answerId, place.Channel, place.Thread, place.Id));
        return ChatMessage.Say(BotTexts.WillTell);
    }

    /// <summary>Tells those who wait for an answer to a question, once. Never throws.</summary>
    /// <param name="gateways">The networks.</param>
    /// <param name="answerId">The id of the reply that refused the question.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task TellAsync(
        IEnumerable<IChatGateway> gateways,
        string answerId,
        Answer.Grounded answer,
        CancellationToken cancellationToken
    )
    {
        foreach (var asker in store?.TakeWaiting(answerId) ?? [])
        {
            try
            {
                if (gateways.FirstOrDefault(gateway => gateway.Network == asker.Network) is { } gateway)
                {
                    await SendAsync(gateway, asker, answer, cancellationToken);
                }
            }
            catch (Exception e)
            {
                Log.AskerNotTold(logger, e, asker.Network);
            }
        }
    }

    private static async Task SendAsync(
        IChatGateway gateway,
        WaitingAsker asker,
        Answer.Grounded answer,
        CancellationToken cancellationToken
    )
    {
        var place = new IncomingMessage
        {
            Id = asker.MessageId,
            Network = asker.Network,
            Channel = asker.Channel,
            Thread = asker.Thread,
            Author = "",
            Kind = MessageKind.Mention,
            Text = "",
        };
        var reply = new Reply.Answered
        {
            Id = asker.AnswerId,
            ElapsedMilliseconds = 0,
            Answer = answer,
        };
        await gateway.SendAsync(place, ChatMessage.Say(BotTexts.AnswersNow), cancellationToken);
        foreach (var message in ReplyWriter.Write(reply, gateway.Format))
        {
            await gateway.SendAsync(place, message, cancellationToken);
        }
    }
}
