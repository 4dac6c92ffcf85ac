using System.Globalization;
using BriefBot.Chat.Memory;
using BriefBot.Chat.Writing;

namespace BriefBot.Chat.Editors;

/// <summary>Writes the weekly message to the editors: what the articles do not answer.</summary>
internal static class EditorsDigest
{
    /// <summary>Maximum number of groups listed.</summary>
    private const int MaxGaps = 10;

    /// <summary>Maximum length of a question, in characters.</summary>
    private const int MaxQuestion = 200;

    private static readonly DiscordMarkup Markup = new();

    /// <summary>Returns the message, or null where all questions were answered.</summary>
    /// <param name="report">The report of the week.</param>
    public static ReplyPart? Write(GapReport report)
    {
        if (report.Questions == 0)
        {
            return null;
        }

        var lines = report
            .Gaps.Take(MaxGaps)
            .Select(gap =>
            {
                var question = gap.Samples[0].Length > MaxQuestion ? gap.Samples[0][..MaxQuestion] + "…" : gap.Samples[0];
                var count = gap.Count.ToString(CultureInfo.InvariantCulture);
                return $"{count} × {Markup.Text(question.ReplaceLineEndings(" "))}";
            });
        var more = report.Gaps.Count > MaxGaps ? [BotTexts.DigestMore(report.Gaps.Count - MaxGaps)] : Array.Empty<string>();
        var text = string.Join('\n', [$"**{BotTexts.Digest(report.Questions)}**", .. lines, .. more]);
        return new ReplyPart { Components = [new DiscordComponent.TextDisplay(text)] };
    }

    /// <summary>Returns the week of a time, by which one process of several writes one message: <c>2026-W49</c> (ISO 8601).</summary>
    public static string Week(DateTimeOffset time) =>
        string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(time.UtcDateTime)}-W{ISOWeek.GetWeekOfYear(time.UtcDateTime):00}");
}
