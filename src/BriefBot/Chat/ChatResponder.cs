using BriefBot.Answers;
using BriefBot.Knowledge;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BriefBot.Chat;

/// <summary>The way of a message: may it be answered now, is it a question, what is the answer.</summary>
internal sealed class ChatResponder(
    IAnswerer answerer, KnowledgeCatalog catalog, Conversations conversations, IOptions<ChatOptions> options, ReplyIdSource newId, AnswerDeadline deadline,
        TimeProvider time, ILogger<ChatResponder> logger) : IChatResponder, IDisposable
{
    private const string SourcesCommand = "/sources";

    private readonly AnswerSlots _slots = new(options.Value.MaxConcurrentAnswers, options.Value.MaxWaitingQuestions);
    private readonly AskingLimits _limits = new(options, time);

    public async Task<Reply> AnswerAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var question = MessageText.Clean(message.Text);
        if (Refuse(question) is { } refusal)
        {
            return Refused(message, started, refusal.Refusal, refusal.Words);
        }

        if (question.Equals(SourcesCommand, StringComparison.OrdinalIgnoreCase))
        {
            return Logged(message, new Reply.Sources { Id = newId(), ElapsedMilliseconds = Since(started), Documents = catalog.Documents });
        }

        if (SmallTalk.ReplyTo(question) is { } words)
        {
            return Logged(message, new Reply.SmallTalk { Id = newId(), ElapsedMilliseconds = Since(started), Said = words });
        }

        var id = newId();
        var answer = await deadline.RunAsync(ends => _slots.TakeAsync(() => AnswerAsync(question, message, id, ends), ends), cancellationToken);
        return answer is null
            ? Refuse(message, Refusal.Busy)
            : Logged(message, new Reply.Answered { Id = id, ElapsedMilliseconds = Since(started), Answer = answer });
    }

    public Reply.Refused? Admit(IncomingMessage message)
    {
        if (_limits.Take(message) is not { } patience)
        {
            return null;
        }

        var seconds = (int)Math.Ceiling(patience.Wait.TotalSeconds);
        var refused = Refused(message, time.GetTimestamp(), Refusal.TooFast, patience.IsOfChannel ? Words.ChannelTooFast(seconds) : Words.TooFast(seconds));
        return refused with { RetryAfter = TimeSpan.FromSeconds(seconds), IsToldAlready = patience.IsToldAlready };
    }

    public Reply.Refused Refuse(IncomingMessage message, Refusal reason) => Refused(message, time.GetTimestamp(), reason, reason switch
    {
        Refusal.Busy => Words.Busy,
        Refusal.NotAllowed => Words.NotAllowed,
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "What is wrong with a message is found by answering it."),
    });

    public void Dispose() => _slots.Dispose();

    private (string Words, Refusal Refusal)? Refuse(string question) => question switch
    {
        _ when !MessageText.HasWords(question) => (Words.NothingAsked, Refusal.Empty),
        _ when question.Length > options.Value.MaxQuestionLength => (Words.TooLong(options.Value.MaxQuestionLength), Refusal.TooLong),
        _ => null,
    };

    private async Task<Answer> AnswerAsync(string question, IncomingMessage message, string replyId, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await answerer.AnswerAsync(question, [.. conversations.Before(message).Select(turn => turn.Asked)], cancellationToken);
            if (answer is not Answer.Unavailable)
            {
                conversations.Remember(message, new Turn
                {
                    MessageId = message.Id,
                    Author = message.Author,
                    IsPrivate = message.IsPrivate,
                    ReplyId = replyId,
                    Asked = EarlierQuestion.Of(question, answer),
                });
            }

            return answer;
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Log.AnswerFailed(logger, e);
            return new Answer.Unavailable(Words.Failed);
        }
    }

    private double Since(long started) => time.GetElapsedTime(started).TotalMilliseconds;

    private Reply.Refused Refused(IncomingMessage message, long started, Refusal reason, string said) =>
        Logged(message, new Reply.Refused { Id = newId(), ElapsedMilliseconds = Since(started), Reason = reason, Said = said });

    private T Logged<T>(IncomingMessage message, T reply)
        where T : Reply
    {
        Log.Replied(logger, reply.Id, ReplyOutcome.Of(reply), reply.ElapsedMilliseconds);
        Measures.Replied(ReplyOutcome.NameOf(reply), message.Network, reply.ElapsedMilliseconds);
        return reply;
    }
}
