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
    /// <summary>The name of the button below a refusal, to which the id of the reply is added.</summary>
    public const string Button = "editors";

    /// <summary>
    /// Maximum length of a question or an answer that is passed on, in characters. Discord's messages hold 4,000, and escaping may double
    /// a text.
    /// </summary>
    private const int MaxText = 1_600;

    /// <summary>Maximum length of the question, and of the closest article, in small print.</summary>
    private const int MaxSmall = 150;

    /// <summary>Maximum length of the article offered to an editor, which is not escaped.</summary>
    private const int MaxArticle = 3_500;

    private static readonly TimeSpan PostWithin = TimeSpan.FromSeconds(10);

    private readonly DiscordMarkup _markup = new();

    /// <summary>Handles a pressed button.</summary>
    /// <param name="gateway">The network.</param>
    /// <param name="button">The id of the button: its name and its data, separated by a colon.</param>
    /// <param name="place">The message that an answer is to reply to, with its channel and thread.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>What to show to whoever pressed it; null where the button is another one.</returns>
    public async Task<ReplyPart?> PressAsync(
        IChatGateway gateway,
        string button,
        IncomingMessage place,
        CancellationToken cancellationToken
    )
    {
        if (button.Split(':') is not [Button, var answerId])
        {
            return null;
        }

        var channel = options.Value.EditorsChannel;
        if (channel.Length == 0 || gateway is not IChannelPoster poster || store?.Find(answerId) is not { } asked)
        {
            return Say(BotTexts.EditorsNotAsked);
        }

        // One question once, whoever presses and however often.
        var key = new MessageKey(gateway.Network, Button, "", answerId);
        if (!store.TryClaim(key))
        {
            return Say(BotTexts.EditorsAskedAlready);
        }

        try
        {
            var closest = asked.Closest is { } near ? $"\n{_markup.Small}{BotTexts.EditorsClosest} {Text(near, MaxSmall)}" : "";
            var post = await poster.PostAsync(
                channel,
                Say($"**{BotTexts.EditorsQuestion}**\n> {Text(asked.Text, MaxText)}{closest}\n{_markup.Small}{BotTexts.EditorsReplyHere}"),
                cancellationToken
            );
            store.Save(new PassedQuestion(gateway.Network, post, answerId, place.Channel, place.Thread, place.Id));
            store.Complete(key, post, null);
            return Say(BotTexts.EditorsAsked);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Log.EditorsNotReached(logger, e, gateway.Network);
            store.Release(key);
            return Say(BotTexts.EditorsNotAsked);
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
            var asker = reply with { Id = passed.MessageId, Channel = passed.Channel, Thread = passed.Thread, Text = question };
            await gateway.SendAsync(
                asker,
                Say($"**{BotTexts.EditorAnswers}**\n{Text(reply.Text, MaxText)}\n{_markup.Small}{Text(question, MaxSmall)}"),
                ends.Token
            );
            store?.Close(passed.AnswerId);
            var article = $"# {Short(MessageText.Clean(question), MaxSmall)}\n\n{MessageText.Clean(reply.Text)}\n";
            await gateway.SendAsync(
                reply,
                Say($"{BotTexts.EditorPassedOn}\n{_markup.Fence.Open}{_markup.Code(Short(article, MaxArticle))}{_markup.Fence.Close}"),
                ends.Token
            );
        }
        catch (Exception e)
        {
            Log.EditorsNotReached(logger, e, gateway.Network);
        }
    }

    private string Text(string text, int most) => _markup.Text(Short(MessageText.Clean(text).ReplaceLineEndings(" "), most));

    private static string Short(string text, int most) => text.Length > most ? text[..most] + "…" : text;

    private static ReplyPart Say(string text) => new() { Components = [new DiscordComponent.TextDisplay(text)] };
}
