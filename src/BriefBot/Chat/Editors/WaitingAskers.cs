using BriefBot.Answers;
using BriefBot.Chat.Gateways;
using BriefBot.Chat.Memory;
using BriefBot.Chat.Writing;
using Microsoft.Extensions.Logging;

namespace BriefBot.Chat.Editors;

/// <summary>Tells people who wished it when an article answers the question that was refused. Safe for concurrent use.</summary>
internal sealed class WaitingAskers(ILogger<WaitingAskers> logger, IAnswerStore? store = null)
{
    /// <summary>The name of the button below a refusal, to which the id of the reply is added.</summary>
    public const string Button = "tell";

    /// <summary>Handles a pressed button.</summary>
    /// <param name="gateway">The network.</param>
    /// <param name="button">The id of the button: its name and its data, separated by a colon.</param>
    /// <param name="place">The message that the answer is to reply to, with its channel and thread.</param>
    /// <returns>What to show to whoever pressed it; null where the button is another one.</returns>
    public ReplyPart? Press(IChatGateway gateway, string button, IncomingMessage place)
    {
        if (button.Split(':') is not [Button, var answerId])
        {
            return null;
        }

        if (store?.Find(answerId) is null)
        {
            return Say(BotTexts.VoteNotKept);
        }

        store.Save(new WaitingAsker(gateway.Network, answerId, place.Channel, place.Thread, place.Id));
        return Say(BotTexts.WillTell);
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
        await gateway.SendAsync(place, Say(BotTexts.AnswersNow), cancellationToken);
        foreach (var part in gateway.Write(reply))
        {
            await gateway.SendAsync(place, part, cancellationToken);
        }
    }

    private static ReplyPart Say(string text) => new() { Components = [new DiscordComponent.TextDisplay(text)] };
}
