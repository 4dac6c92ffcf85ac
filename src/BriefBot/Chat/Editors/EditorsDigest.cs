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

    /// <summary>Maximum length of the message in characters, below Discord's 4,000: escaping may double a text.</summary>
    private const int MaxText = 3_900;

    private static readonly DiscordMarkup Markup = new();

    /// <summary>Returns the message, or null where there is nothing to say.</summary>
    /// <param name="report">The report of the week.</param>
    /// <param name="changed">The answers whose source has changed.</param>
    public static ReplyPart? Write(GapReport report, IReadOnlyList<AskedQuestion> changed)
    {
        if (report.Questions == 0 && changed.Count == 0)
        {
            return null;
        }

        var lines = report
            .Gaps.Take(MaxGaps)
            .Select(gap =>
            {
                var count = gap.Count.ToString(CultureInfo.InvariantCulture);
                return $"{count} × {Short(gap.Samples[0])}";
            });
        var more = report.Gaps.Count > MaxGaps ? [BotTexts.DigestMore(report.Gaps.Count - MaxGaps)] : Array.Empty<string>();
        var marked = changed.Take(MaxGaps).Select(asked => $"{Short(asked.Text)} ({asked.Id})");
        var text = Join([
            .. report.Questions > 0 ? [$"**{BotTexts.Digest(report.Questions)}**"] : Array.Empty<string>(),
            .. lines,
            .. more,
            .. changed.Count > 0 ? [$"**{BotTexts.DigestChanged(changed.Count)}**"] : Array.Empty<string>(),
            .. marked,
        ]);
        return new ReplyPart { Components = [new DiscordComponent.TextDisplay(text)] };
    }

    /// <summary>Joins the lines that there is room for.</summary>
    private static string Join(IReadOnlyList<string> lines)
    {
        var length = 0;
        return string.Join('\n', lines.TakeWhile(line => (length += line.Length + 1) <= MaxText));
    }

    private static string Short(string question) =>
        Markup.Text((question.Length > MaxQuestion ? question[..MaxQuestion] + "…" : question).ReplaceLineEndings(" "));

    /// <summary>Returns the week of a time, by which one process of several writes one message: <c>2026-W49</c> (ISO 8601).</summary>
    public static string Week(DateTimeOffset time) =>
        string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(time.UtcDateTime)}-W{ISOWeek.GetWeekOfYear(time.UtcDateTime):00}");
}
