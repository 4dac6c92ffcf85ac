using BriefBot.Chat.Gateways;
using BriefBot.Chat.Memory;
using BriefBot.Chat.Writing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BriefBot.Chat.Editors;

/// <summary>
/// Passes questions that the articles do not answer to the editors' channel, and an editor's reply there to the person who asked. Safe for
/// concurrent use.
/// </summary>
internal sealed class EditorQuestions(
    IOptions<ChatOptions> options,
    TimeProvider time,
    ILogger<EditorQuestions> logger,
    IAnswerStore? store = null
)
{
    /// <summary>Maximum length of a question or an answer that is passed on, in characters.</summary>
    private const int MaxText = 1_600;

    /// <summary>Maximum length of the question, and of the closest article, in small print.</summary>
    private const int MaxSmall = 150;

    /// <summary>Maximum length of the article offered to an editor.</summary>
    private const int MaxArticle = 3_500;

    private static readonly TimeSpan PostWithin = TimeSpan.FromSeconds(10);

    /// <summary>Handles a pressed button.</summary>
    /// <param name="gateway">The network.</param>
    /// <param name="pressed">The button, with the message that an answer is to reply to.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The message for whoever pressed it; null where the button is another one.</returns>
    public async Task<ChatMessage?> PressAsync(IChatGateway gateway, PressedAction pressed, CancellationToken cancellationToken)
    {
        if (pressed.Name != ActionNames.Editors)
        {
            return null;
        }

        var (place, answerId) = (pressed.Place, pressed.Data);
        var channel = options.Value.EditorsChannel;
        if (channel.Length == 0 || gateway is not IChannelPoster poster || store?.Find(answerId) is not { } asked)
        {
            return ChatMessage.Say(BotTexts.EditorsNotAsked);
        }

        // One question once, whoever presses and however often.
        var key = new MessageKey(gateway.Network, ActionNames.Editors, "", answerId);
        if (!store.TryClaim(key))
        {
            return ChatMessage.Say(BotTexts.EditorsAskedAlready);
        }

        try
        {
            var post = await poster.PostAsync(channel, Question(asked), cancellationToken);
            store.Save(new PassedQuestion(gateway.Network, post, answerId, place.Channel, place.Thread, place.Id));
            store.Complete(key, post, null);
            return ChatMessage.Say(BotTexts.EditorsAsked);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Log.EditorsNotReached(logger, e, gateway.Network);
            store.Release(key);
            return ChatMessage.Say(BotTexts.EditorsNotAsked);
        }
    }

    /// <summary>Returns the question that a message answers as an editor's reply in the editors' channel, or null.</summary>
    public PassedQuestion? FindAnswered(IncomingMessage message) =>
        options.Value.EditorsChannel is { Length: > 0 } channel
        && (message.Channel == channel || message.Thread == channel)
        && message is { IsFromBot: false, RepliesTo: { } post }
            ? store?.FindPassed(message.Network, post)
            : null;

    /// <summary>Passes an editor's reply on to the person who asked, and offers it to the editor as an article. Never throws.</summary>
    public async Task PassOnAsync(IChatGateway gateway, IncomingMessage reply, PassedQuestion passed, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(PostWithin, time);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            var question = store?.Find(passed.AnswerId)?.Text ?? "";
            var asker = reply with
            {
                Server = null,
                Id = passed.MessageId,
                Channel = passed.Channel,
                Thread = passed.Thread,
                Text = question,
            };
            await SendAsync(gateway, asker, Answer(reply.Text, question), ends.Token);
            store?.Close(passed.AnswerId);
            var article = $"# {Short(MessageText.Clean(question), MaxSmall)}\n\n{MessageText.Clean(reply.Text)}\n";
            var offer = ChatMessage.Say(BotTexts.EditorPassedOn);
            await SendAsync(
                gateway,
                reply,
                offer with
                {
                    Blocks = [.. offer.Blocks, MessageBlock.Line(new MessageSpan.Code(Short(article, MaxArticle)))],
                },
                ends.Token
            );
        }
        catch (Exception e)
        {
            Log.EditorsNotReached(logger, e, gateway.Network);
        }
    }

    private static async Task SendAsync(IChatGateway gateway, IncomingMessage to, ChatMessage message, CancellationToken cancellationToken)
    {
        foreach (var part in MessageSplitter.Split(message, gateway.Format))
        {
            await gateway.SendAsync(to, part, cancellationToken);
        }
    }

    private static ChatMessage Question(AskedQuestion asked) =>
        new()
        {
            Blocks =
            [
                MessageBlock.Line(new MessageSpan.Strong(BotTexts.EditorsQuestion)),
                MessageBlock.Line(Text(asked.Text, MaxText)) with
                {
                    Style = BlockStyle.Quote,
                },
                .. asked.Closest is { } near
                    ? [Small(new MessageSpan.Plain($"{BotTexts.EditorsClosest} "), Text(near, MaxSmall))]
                    : Array.Empty<MessageBlock>(),
                Small(new MessageSpan.Plain(BotTexts.EditorsReplyHere)),
            ],
        };

    private static ChatMessage Answer(string answer, string question) =>
        new()
        {
            Blocks =
            [
                MessageBlock.Line(new MessageSpan.Strong(BotTexts.EditorAnswers)),
                MessageBlock.Line(Text(answer, MaxText)),
                Small(Text(question, MaxSmall)),
            ],
        };

    private static MessageBlock Small(params MessageSpan[] spans) => MessageBlock.Footnote(spans) with { Style = BlockStyle.Small };

    private static MessageSpan.Plain Text(string text, int most) => new(Short(MessageText.Clean(text).ReplaceLineEndings(" "), most));

    private static string Short(string text, int most) => text.Length > most ? text[..most] + "…" : text;
}
