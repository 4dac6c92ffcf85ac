using BriefBot.Answers;
using BriefBot.Chat.Memory;
using BriefBot.Chat.Servers;
using BriefBot.Chat.Writing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BriefBot.Chat;

/// <summary>Handles a message: applies limits, recognizes small talk and commands, and has questions answered.</summary>
internal sealed class ChatResponder(
    IAnswerer answerer,
    FolderAnswers folder,
    Conversations conversations,
    IOptions<ChatOptions> options,
    ReplyIdSource newId,
    AnswerDeadline deadline,
    TimeProvider time,
    ILogger<ChatResponder> logger,
    IAnswerRefiner? refiner = null,
    IAnswerStore? store = null,
    AuthorHash? authors = null,
    BotStatus? status = null,
    SettingsCommand? settings = null
) : IChatResponder, IDisposable
{
    private readonly AnswerSlots _slots = new(options.Value.MaxConcurrentAnswers, options.Value.MaxWaitingQuestions);
    private readonly AskingLimits _limits = new(options, time);

    public async Task<Reply> AnswerAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        using var span = BotMetrics.Question(message.Network);
        var question = MessageText.Clean(message.Text);
        if (ReplyWithoutSearch(message, question, started) is { } reply)
        {
            return reply;
        }

        var id = newId();
        IReadOnlyList<PreviousQuestion> earlier = [.. conversations.Before(message).Select(turn => turn.Asked)];
        var answer = await deadline.RunAsync(
            ends => _slots.TakeAsync(() => AnswerAsync(question, earlier, message, id, ends), ends),
            cancellationToken
        );
        if (answer is null)
        {
            return Refuse(message, Refusal.Busy);
        }

        Record(message, id, question, answer);
        var mayImprove = refiner is not null && answer.Attempt is not null;
        return Logged(
            message,
            new Reply.Answered
            {
                Id = id,
                ElapsedMilliseconds = Since(started),
                Answer = mayImprove ? answer : answer with { Considered = [] },
                MayImprove = mayImprove,
                MayAskEditors = MayAskEditors(message, answer),
                MayWait = MayWait(message, answer),
                Patience = mayImprove && refiner is not null ? refiner.Patience(answer) : TimeSpan.Zero,
                Earlier = mayImprove ? earlier : [],
                Trace = span?.Context ?? default,
            }
        );
    }

    /// <summary>Returns the reply to a message that asks nothing of the articles, or null.</summary>
    private Reply? ReplyWithoutSearch(IncomingMessage message, string question, long started)
    {
        if (message.Command != BotCommand.Ask)
        {
            return Logged(message, ReplyToCommand(message) with { ElapsedMilliseconds = Since(started) });
        }

        if (Refuse(question) is { } refusal)
        {
            return Refused(message, started, refusal.Refusal, refusal.Words);
        }

        if (SmallTalk.ReplyTo(question) is { } words)
        {
            return Logged(message, Say(words) with { ElapsedMilliseconds = Since(started) });
        }

        if (folder.Answer(question) is { } about)
        {
            return Logged(message, about with { ElapsedMilliseconds = Since(started) });
        }

        if (SmallTalk.AsksForSource(question) && conversations.Before(message) is [.., { Asked.Shown: { Count: > 0 } shown }])
        {
            return Logged(
                message,
                new Reply.Sources
                {
                    Id = newId(),
                    ElapsedMilliseconds = Since(started),
                    Said = BotTexts.AnswerSources,
                    Lines = [.. shown.Select(citation => $"[{citation.Number}] {SourceLine.Write(citation)}")],
                }
            );
        }

        return null;
    }

    private Reply ReplyToCommand(IncomingMessage message) =>
        message.Command switch
        {
            BotCommand.Sources => folder.All(),
            BotCommand.Status when message.MayManage && status is not null => List(status.Describe()),
            BotCommand.Settings when settings is not null => List(settings.Run(message)),
            BotCommand.Status or BotCommand.Settings => Say(BotTexts.NotAllowed),
            _ => Say(BotTexts.Help),
        };

    private Reply.Sources List((string Said, IReadOnlyList<string> Lines) list) =>
        new()
        {
            Id = newId(),
            ElapsedMilliseconds = 0,
            Said = list.Said,
            Lines = list.Lines,
        };

    private Reply.SmallTalk Say(string words) =>
        new()
        {
            Id = newId(),
            ElapsedMilliseconds = 0,
            Said = words,
        };

    public async Task<Reply?> ImproveAsync(IncomingMessage message, Reply first, Action<Reply>? begun, CancellationToken cancellationToken)
    {
        if (first is not Reply.Answered { MayImprove: true } answered || refiner is null)
        {
            return null;
        }

        var started = time.GetTimestamp();
        using var span = BotMetrics.Continue("improve", answered.Trace);
        var answer = await ImproveAsync(
            MessageText.Clean(message.Text),
            message,
            answered,
            begun is null
                ? null
                : beginning => begun(answered with { Answer = beginning, MayAskEditors = false, MayWait = false, IsUnfinished = true }),
            cancellationToken
        );
        var last = answered with
        {
            Answer = answer with { Considered = [] },
            MayAskEditors = MayAskEditors(message, answer),
            MayWait = MayWait(message, answer),
            MayImprove = false,
            Earlier = [],
            ElapsedMilliseconds = answered.ElapsedMilliseconds + Since(started),
        };
        Log.Improved(logger, last.Id, answer.Model?.Outcome.ToString() ?? "Stopped", Since(started));
        Record(message, last.Id, MessageText.Clean(message.Text), answer);
        if (last.Replaces(first))
        {
            conversations.Correct(message, last.Id, PreviousQuestion.Create(MessageText.Clean(message.Text), answer));
        }

        return last;
    }

    public Reply.Refused? Admit(IncomingMessage message)
    {
        if (_limits.Take(message) is not { } patience)
        {
            return null;
        }

        var seconds = (int)Math.Ceiling(patience.Wait.TotalSeconds);
        return Logged(
            message,
            new Reply.Refused
            {
                Id = newId(),
                ElapsedMilliseconds = 0,
                Reason = Refusal.TooFast,
                Said = patience.IsOfChannel ? BotTexts.ChannelTooFast(seconds) : BotTexts.TooFast(seconds),
                RetryAfter = TimeSpan.FromSeconds(seconds),
                IsToldAlready = patience.IsToldAlready,
            }
        );
    }

    public Reply.Refused Refuse(IncomingMessage message, Refusal reason) =>
        Refused(
            message,
            time.GetTimestamp(),
            reason,
            reason switch
            {
                Refusal.Busy => BotTexts.Busy,
                Refusal.NotAllowed => BotTexts.NotAllowed,
                Refusal.Late => BotTexts.Late,
                _ => throw new ArgumentOutOfRangeException(
                    nameof(reason),
                    reason,
                    "What is wrong with a message is found by answering it."
                ),
            }
        );

    public void Dispose() => _slots.Dispose();

    private (string Words, Refusal Refusal)? Refuse(string question) =>
        question switch
        {
            _ when !MessageText.HasWords(question) => (BotTexts.NothingAsked, Refusal.Empty),
            _ when question.Length > options.Value.MaxQuestionLength => (
                BotTexts.TooLong(options.Value.MaxQuestionLength),
                Refusal.TooLong
            ),
            _ => null,
        };

    /// <summary>Returns the model's answer, or the first one if the model fails or the service stops.</summary>
    private async Task<Answer> ImproveAsync(
        string question,
        IncomingMessage message,
        Reply.Answered first,
        Action<Answer.Grounded>? begun,
        CancellationToken cancellationToken
    )
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Stopped);
        try
        {
            return refiner is null
                ? first.Answer
                : await refiner.RefineAsync(
                    question,
                    first.Earlier,
                    $"{message.Network}:{message.Author}",
                    first.Answer,
                    begun,
                    ends.Token
                );
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return first.Answer;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.AnswerFailed(logger, e);
            return first.Answer;
        }
    }

    private async Task<Answer> AnswerAsync(
        string question,
        IReadOnlyList<PreviousQuestion> earlier,
        IncomingMessage message,
        string replyId,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var answer = await answerer.AnswerAsync(question, earlier, cancellationToken);
            if (answer is not Answer.Unavailable)
            {
                conversations.Remember(
                    message,
                    new Turn
                    {
                        MessageId = message.Id,
                        Author = message.Author,
                        IsPrivate = message.IsPrivate,
                        ReplyId = replyId,
                        Asked = PreviousQuestion.Create(question, answer),
                    }
                );
            }

            return answer;
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Log.AnswerFailed(logger, e);
            return new Answer.Unavailable(BotTexts.Failed);
        }
    }

    /// <summary>
    /// Returns whether an editor could answer: there is a channel for it, and a reply there can reach the person who asked.
    /// </summary>
    private bool MayAskEditors(IncomingMessage message, Answer answer) =>
        MayWait(message, answer) && options.Value.EditorsChannel.Length > 0;

    /// <summary>Returns whether a later answer can reach the person who asked.</summary>
    private bool MayWait(IncomingMessage message, Answer answer) => store is not null && answer is Answer.NotFound && !message.IsPrivate;

    /// <summary>Records a question with its outcome, for votes and for the report of what is missing.</summary>
    private void Record(IncomingMessage message, string replyId, string question, Answer answer)
    {
        if (store is null || answer is Answer.Unavailable)
        {
            return;
        }

        var closest = answer switch
        {
            Answer.NotFound { Closest: [var near, ..] } => SourceLine.Join(near.Path, near.Section),
            Answer.Grounded { Citations: [var cited, ..] } => SourceLine.Join(cited.Path, cited.Section),
            _ => null,
        };
        var outcome = answer switch
        {
            _ when message.IsTrial => "tried",
            Answer.Grounded { IsSure: true } => "grounded",
            Answer.Grounded => "perhaps",
            _ => "not_found",
        };
        store.Record(
            new AskedQuestion(
                replyId,
                time.GetUtcNow(),
                message.Network,
                authors?.Compute(message.Network, message.Author) ?? "",
                question,
                outcome,
                closest
            )
            {
                PromptTokens = answer.Model?.PromptTokens ?? 0,
                ReplyTokens = answer.Model?.ReplyTokens ?? 0,
                Recorded = RecordedAnswer.Create(answer),
            }
        );
    }

    private double Since(long started) => time.GetElapsedTime(started).TotalMilliseconds;

    private Reply.Refused Refused(IncomingMessage message, long started, Refusal reason, string said) =>
        Logged(
            message,
            new Reply.Refused
            {
                Id = newId(),
                ElapsedMilliseconds = Since(started),
                Reason = reason,
                Said = said,
            }
        );

    private T Logged<T>(IncomingMessage message, T reply)
        where T : Reply
    {
        // Further messages beyond a limit must not fill the log.
        if (reply is Reply.Refused { IsToldAlready: true })
        {
            Log.StillTooFast(logger, reply.Id);
        }
        else
        {
            Log.Replied(logger, reply.Id, ReplyOutcome.Describe(reply), reply.ElapsedMilliseconds);
        }

        BotMetrics.Replied(ReplyOutcome.NameOf(reply), message.Network, reply.Id, reply.ElapsedMilliseconds);
        return reply;
    }
}
