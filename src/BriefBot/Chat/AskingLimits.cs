using Microsoft.Extensions.Options;

namespace BriefBot.Chat;

/// <summary>
/// Limits how often an author may ask, and all together in a channel: <see cref="ChatOptions.AuthorPerMinute"/> and
/// <see cref="ChatOptions.ChannelPerMinute"/>, each in any 60 seconds.
/// </summary>
/// <remarks>
/// Safe for concurrent use. The limiters of System.Threading.RateLimiting know no <see cref="TimeProvider"/>, and a refusal has to say
/// when the next question is taken, to the second.
/// </remarks>
internal sealed class AskingLimits(IOptions<ChatOptions> options, TimeProvider time)
{
    /// <summary>Maximum number of authors and channels remembered; the longest silent is forgotten first.</summary>
    private const int MaxKnown = 10_000;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly LruCache<(string Network, string Place, string Author), Asked> _asked = new(MaxKnown);

    /// <summary>Counts a message, or returns the limit it exceeds; then it is not counted.</summary>
    /// <returns>Null where it may be answered.</returns>
    public RateLimitRejection? Take(IncomingMessage message)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            var author = Of((message.Network, "", message.Author));
            var channel = message.Kind == MessageKind.Direct ? null : Of((message.Network, message.Channel, ""));
            if (author.Wait(now, options.Value.AuthorPerMinute) is { } wait)
            {
                return new RateLimitRejection(wait, IsOfChannel: false, IsToldAlready: author.TellAgain(now));
            }

            if (channel?.Wait(now, options.Value.ChannelPerMinute) is { } channelWait)
            {
                return new RateLimitRejection(channelWait, IsOfChannel: true, IsToldAlready: author.TellAgain(now));
            }

            author.Times.Enqueue(now);
            channel?.Times.Enqueue(now);
            return null;
        }
    }

    private Asked Of((string Network, string Place, string Author) key)
    {
        if (!_asked.TryGet(key, out var asked))
        {
            _asked.Set(key, asked = new Asked());
        }

        return asked;
    }

    /// <summary>The limit that a message exceeds.</summary>
    /// <param name="Wait">After how long the next may be asked.</param>
    /// <param name="IsOfChannel">Whether it is the channel's limit, not the author's.</param>
    /// <param name="IsToldAlready">Whether the author was told so within the last 60 seconds.</param>
    internal sealed record RateLimitRejection(TimeSpan Wait, bool IsOfChannel, bool IsToldAlready);

    private sealed class Asked
    {
        private DateTimeOffset? _told;

        /// <summary>When, oldest first.</summary>
        public Queue<DateTimeOffset> Times { get; } = new();

        public TimeSpan? Wait(DateTimeOffset now, int most)
        {
            while (Times.TryPeek(out var oldest) && now - oldest >= Window)
            {
                Times.Dequeue();
            }

            return Times.Count < most ? null : Times.Peek() + Window - now;
        }

        /// <summary>Returns whether it was told within the window; it is told now if not.</summary>
        public bool TellAgain(DateTimeOffset now)
        {
            var isTold = now - _told < Window;
            _told = isTold ? _told : now;
            return isTold;
        }
    }
}
