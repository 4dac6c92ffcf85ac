using System.Diagnostics.CodeAnalysis;

namespace BriefBot.Chat.Gateways;

/// <summary>A message that the bot took, and how far it is with it. Safe for concurrent use, but for <see cref="Sent"/>.</summary>
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
    private int _version;
    private bool _isDeleted;
    private bool _isInWork;
    private bool _isClosed;

    /// <summary>When it was first said.</summary>
    public DateTimeOffset TakenAt { get; } = takenAt;

    /// <summary>The message as it is now.</summary>
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

    /// <summary>The thread opened for it, or null. Only the worker of this job may access it.</summary>
    public string? Thread { get; set; }

    /// <summary>The messages sent, with their content. Only the worker of this job may access it.</summary>
    public List<(string Id, string Content)> Sent { get; } = [];

    /// <summary>
    /// Returns whether the reply would have to change for <paramref name="message"/>: its text differs, and the reply is not fixed.
    /// </summary>
    public bool IsOtherThan(IncomingMessage message)
    {
        lock (_lock)
        {
            return _message.Text != message.Text && !_isClosed && !_isDeleted;
        }
    }

    /// <summary>Takes the job, unless another worker has it.</summary>
    /// <param name="isClosed">Whether the reply stays as it is, however the message is edited.</param>
    public bool TryTake(bool isClosed = false)
    {
        lock (_lock)
        {
            if (_isInWork)
            {
                return false;
            }

            _isClosed |= isClosed;
            return _isInWork = true;
        }
    }

    /// <summary>Returns the current message, its version, and a token that is cancelled when it changes.</summary>
    /// <returns>The message, or null where it was taken back; its version.</returns>
    public (IncomingMessage? Message, int Version, CancellationToken Changed) Read()
    {
        lock (_lock)
        {
            _answering = new CancellationTokenSource();
            return (_isDeleted ? null : _message, _version, _answering.Token);
        }
    }

    /// <summary>The message says something else, or is taken back where <paramref name="message"/> is null.</summary>
    public void Change(IncomingMessage? message)
    {
        CancellationTokenSource? answering;
        lock (_lock)
        {
            _message = message ?? _message;
            _isDeleted |= message is null;
            _version++;
            answering = _answering;
        }

        answering?.Cancel();
    }

    /// <summary>Returns whether the reply that follows a version still does.</summary>
    public bool IsCurrent(int version)
    {
        lock (_lock)
        {
            return _version == version;
        }
    }

    /// <summary>Leaves the work on its reply, unless the message has changed since <paramref name="version"/>.</summary>
    public bool TryLeave(int version)
    {
        lock (_lock)
        {
            if (_version == version)
            {
                _isInWork = false;
            }

            return !_isInWork;
        }
    }

    /// <summary>Leaves the job whatever has happened.</summary>
    public void Leave()
    {
        lock (_lock)
        {
            _isInWork = false;
            _answering = null;
        }
    }
}
