using System.Diagnostics.CodeAnalysis;

namespace BriefBot.Chat.Gateways;

/// <summary>
/// A message that the bot took, and how far it is with its reply, by the table of <see cref="ReplyTransitions"/>. Safe for concurrent use,
/// but for <see cref="Sent"/> and <see cref="Thread"/>.
/// </summary>
[SuppressMessage(
    "Design",
    "CA1001",
    Justification = "Its source of tokens has neither timer nor link, and whoever changes the message may still be about to cancel it."
)]
internal sealed class ReplyJob(IncomingMessage message, DateTimeOffset takenAt)
{
    private readonly Lock _lock = new();
    private IncomingMessage _message = message;
    private CancellationTokenSource? _answering;
    private ReplyState _state;
    private int _revision;

    /// <summary>When it was first said.</summary>
    public DateTimeOffset TakenAt { get; } = takenAt;

    /// <summary>The message as it is now, or was when it was deleted.</summary>
    public IncomingMessage Message
    {
        get
        {
            lock (_lock)
            {
                return _message;
            }
        }
    }

    /// <summary>How far it is.</summary>
    public ReplyState State
    {
        get
        {
            lock (_lock)
            {
                return _state;
            }
        }
    }

    /// <summary>The thread opened for it, or null. Only the worker of this job may access it.</summary>
    public string? Thread { get; set; }

    /// <summary>The messages sent, with their content. Only the worker of this job may access it.</summary>
    public List<(string Id, string Content)> Sent { get; } = [];

    /// <summary>Begins to answer, or to delete the reply; refused where a worker has it, or nothing is left to do.</summary>
    public bool TryBegin() => TryMove(ReplyEvent.Begin);

    /// <summary>Begins to send a note of the bot's own, which stays as it is, however the message is edited.</summary>
    public bool TryNote() => TryMove(ReplyEvent.Note);

    /// <summary>Returns whether the reply would have to change for an edited message.</summary>
    public bool IsOtherThan(IncomingMessage message)
    {
        lock (_lock)
        {
            return _message.Text != message.Text && ReplyTransitions.After(_state, ReplyEvent.Edit) is not null;
        }
    }

    /// <summary>Puts the edited message in the place of the old one, where the reply follows it.</summary>
    /// <returns>Whether the reply has to change: the text differs, and the reply is no note and not withdrawn.</returns>
    public bool TryEdit(IncomingMessage message)
    {
        CancellationTokenSource? answering;
        lock (_lock)
        {
            if (_message.Text == message.Text || !TryMove(ReplyEvent.Edit))
            {
                return false;
            }

            _message = message;
            _revision++;
            answering = _answering;
        }

        answering?.Cancel();
        return true;
    }

    /// <summary>Withdraws the message. Refused where it was withdrawn before.</summary>
    public bool TryDelete()
    {
        CancellationTokenSource? answering;
        lock (_lock)
        {
            if (!TryMove(ReplyEvent.Delete))
            {
                return false;
            }

            _revision++;
            answering = _answering;
        }

        answering?.Cancel();
        return true;
    }

    /// <summary>Returns the current message, its revision, and a token that is cancelled when it changes. Only for the worker.</summary>
    /// <returns>The message, or null where its reply is to be deleted; its revision.</returns>
    public (IncomingMessage? Message, int Revision, CancellationToken Changed) Read()
    {
        lock (_lock)
        {
            TryMove(ReplyEvent.Read);
            _answering = new CancellationTokenSource();
            return (_state == ReplyState.Deleting ? null : _message, _revision, _answering.Token);
        }
    }

    /// <summary>Returns whether the message is still as it was read.</summary>
    public bool IsCurrent(int revision)
    {
        lock (_lock)
        {
            return _revision == revision;
        }
    }

    /// <summary>Ends the work, unless the message has changed since it was read; then the worker goes on.</summary>
    public bool TryEnd() => TryMove(ReplyEvent.End);

    /// <summary>Leaves the work whatever has happened; it may be begun again.</summary>
    public void Abort() => TryMove(ReplyEvent.Abort);

    private bool TryMove(ReplyEvent happened)
    {
        lock (_lock)
        {
            if (ReplyTransitions.After(_state, happened) is not { } next)
            {
                return false;
            }

            _state = next;
            return true;
        }
    }
}
