using BriefBot.Answers;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BriefBot.Chat;

/// <summary>The way of a message: may it be answered now, is it a question, what is the answer.</summary>
internal sealed class ChatResponder(
    IAnswerer answerer, Conversations conversations, IOptions<ChatOptions> options, ReplyIdSource newId, AnswerDeadline deadline, TimeProvider time, ILogger<ChatResponder> logger) : IChatResponder, IDisposable
{
    private readonly AnswerSlots _slots = new(options.Value.MaxConcurrentAnswers, options.Value.MaxWaitingQuestions);
    private readonly AskingLimits _limits = new(options, time);

    public async Task<Reply> RespondAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        if (_limits.Take(message) is { } patience)
        {
            return TooFast(started, patience);
        }

        var question = MessageText.Clean(message.Text);
        if (Refuse(question) is { } refusal)
        {
            return Refused(started, refusal.Refusal, refusal.Words);
        }

        if (SmallTalk.ReplyTo(question) is { } words)
        {
            return Logged(new Reply.SmallTalk { Id = newId(), ElapsedMilliseconds = Since(started), Said = words });
        }

        var id = newId();
        var answer = await deadline.RunAsync(ends => _slots.TakeAsync(() => AnswerAsync(question, message, id, ends), ends), cancellationToken);
        return answer is null
            ? Refused(started, Refusal.Busy, Words.Busy)
            : Logged(new Reply.Answered { Id = id, ElapsedMilliseconds = Since(started), Answer = answer });
    }

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

    private Reply TooFast(long started, AskingLimits.Patience patience)
    {
        var seconds = (int)Math.Ceiling(patience.Wait.TotalSeconds);
        return Logged(new Reply.Refused
        {
            Id = newId(),
            ElapsedMilliseconds = Since(started),
            Reason = Refusal.TooFast,
            Said = patience.IsOfChannel ? Words.ChannelTooFast(seconds) : Words.TooFast(seconds),
            RetryAfter = TimeSpan.FromSeconds(seconds),
            IsToldAlready = patience.IsToldAlready,
        });
    }

    private Reply Refused(long started, Refusal reason, string said) =>
        Logged(new Reply.Refused { Id = newId(), ElapsedMilliseconds = Since(started), Reason = reason, Said = said });

    private Reply Logged(Reply reply)
    {
        Log.Replied(logger, reply.Id, Outcome(reply), reply.ElapsedMilliseconds);
        return reply;
    }

    private static string Outcome(Reply reply) => reply switch
    {
        Reply.Answered answered => answered.Answer.GetType().Name,
        Reply.Refused refused => refused.Reason.ToString(),
        _ => reply.GetType().Name,
    };
}
