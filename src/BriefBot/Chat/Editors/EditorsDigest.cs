using System.Globalization;
using BriefBot.Chat.Memory;
using BriefBot.Chat.Writing;

namespace BriefBot.Chat.Editors;

/// <summary>
/// Writes the weekly message to the editors: what the articles do not answer, and which answers rest on text that has changed.
/// </summary>
internal static class EditorsDigest
{
    /// <summary>Maximum number of groups listed.</summary>
    private const int MaxGaps = 10;

    /// <summary>Maximum length of a question, in characters.</summary>
    private const int MaxQuestion = 200;

    /// <summary>Returns the message, or null where there is nothing to say.</summary>
    /// <param name="report">The report of the week.</param>
    /// <param name="changed">The answers whose source has changed.</param>
    public static ChatMessage? Write(GapReport report, IReadOnlyList<AskedQuestion> changed)
    {
        if (report.Questions == 0 && changed.Count == 0)
        {
            return null;
        }

        var gaps = report
            .Gaps.Take(MaxGaps)
            .Select(gap => Line(string.Create(CultureInfo.InvariantCulture, $"{gap.Count} × {Short(gap.Samples[0])}")));
        return new ChatMessage
        {
            Blocks =
            [
                .. report.Questions > 0 ? [Title(BotTexts.Digest(report.Questions)), .. gaps] : Array.Empty<MessageBlock>(),
                .. report.Gaps.Count > MaxGaps ? [Line(BotTexts.DigestMore(report.Gaps.Count - MaxGaps))] : Array.Empty<MessageBlock>(),
                .. changed.Count > 0 ? [Title(BotTexts.DigestChanged(changed.Count))] : Array.Empty<MessageBlock>(),
                .. changed.Take(MaxGaps).Select(asked => Line($"{Short(asked.Text)} ({asked.Id})")),
            ],
        };
    }

    private static MessageBlock Title(string text) => MessageBlock.Line(new MessageSpan.Strong(text));

    private static MessageBlock Line(string text) => MessageBlock.Line(new MessageSpan.Plain(text));

    private static string Short(string question) =>
        (question.Length > MaxQuestion ? question[..MaxQuestion] + "…" : question).ReplaceLineEndings(" ");

    /// <summary>Returns the week of a time, by which one process of several writes one message: <c>2026-W49</c> (ISO 8601).</summary>
    public static string Week(DateTimeOffset time) =>
        string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(time.UtcDateTime)}-W{ISOWeek.GetWeekOfYear(time.UtcDateTime):00}");
}
