using System.Globalization;

namespace BriefBot.Slack;

/// <summary>
/// A message by its channel and its time, which Slack gives once in a channel: <c>C0123/1712345678.000100</c>. A thread has the id of its
/// first message.
/// </summary>
/// <param name="Channel">The channel's id.</param>
/// <param name="Time">The time as Slack writes it, in seconds since 1970 with six digits after the point.</param>
internal readonly record struct SlackId(string Channel, string Time)
{
    /// <summary>Returns the id, or null where the text is none: a command has no message.</summary>
    public static SlackId? Parse(string? text) =>
        text?.Split('/') is [{ Length: > 0 } channel, { Length: > 0 } time] ? new SlackId(channel, time) : null;

    /// <summary>Returns when a message was written; 1970 where the time can't be read.</summary>
    public static DateTimeOffset SentAt(string time) =>
        decimal.TryParse(time, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
        && seconds is >= 0 and < 100_000_000_000
            ? DateTimeOffset.UnixEpoch.AddTicks((long)(seconds * TimeSpan.TicksPerSecond))
            : DateTimeOffset.UnixEpoch;

    /// <summary>Returns a time as Slack writes it.</summary>
    public static string TimeOf(DateTimeOffset time) =>
        ((time - DateTimeOffset.UnixEpoch).Ticks / (decimal)TimeSpan.TicksPerSecond).ToString("F6", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override string ToString() => $"{Channel}/{Time}";
}
