using System.Text.RegularExpressions;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Knowledge.Checking;

/// <summary>Finds text that may be malicious or unintended: commands to a model, invisible characters, mentions, endless lines.</summary>
internal static partial class DoubtfulText
{
    /// <summary>A citation names lines: of a longer one it says little.</summary>
    private const int LongLine = 2_000;

    /// <summary>Returns the first finding of each kind, with their number.</summary>
    public static IEnumerable<Problem> Check(Article article)
    {
        GatheredProblems commands = new(),
            unseen = new(),
            mentions = new(),
            longLines = new();
        foreach (var (passage, block) in Where.BlocksOf(article))
        {
            commands.Add(passage, block, ModelCommands.Find(block.Text));
            unseen.Add(passage, block, Unseen().Match(block.Text) is { Success: true } found ? found.Index : null);
            mentions.Add(passage, block, Mention().Match(block.Text) is { Success: true } mention ? mention.Index : null);
        }

        AddLongLines(article, longLines);
        var headings = article.Passages.SelectMany(passage => passage.Headings).Prepend(article.Title).Distinct(StringComparer.Ordinal);
        return
        [
            .. headings
                .Where(heading => ModelCommands.Find(heading) is not null || Unseen().IsMatch(heading) || Mention().IsMatch(heading))
                .Select(heading => new Problem(
                    article.Path,
                    null,
                    $"the heading \"{heading}\" reads like a command to a language model, mentions people, or holds characters that nobody "
                        + $"sees. Write it anew."
                )
                {
                    Severity = Severity.Warning,
                }),
            .. commands.Tell(
                "This looks like an instruction to a language model. It is quoted as text and never followed; remove it unless the article is about that."
            ),
            .. unseen.Tell("This line contains invisible characters (zero-width, or changing the text’s direction). Remove them."),
            .. mentions.Tell("This mentions people or everyone. The bot never notifies anyone; write names as text."),
            .. longLines.Tell($"This line is longer than {LongLine} characters, so a citation can’t point into it. Break the line."),
        ];
    }

    /// <summary>Adds each long line once; one that exceeds the length of a passage is in several blocks.</summary>
    private static void AddLongLines(Article article, GatheredProblems longLines)
    {
        var (line, length) = (0, 0);
        foreach (
            var (passage, block) in Where
                .BlocksOf(article)
                .Where(found => found.Passage.PlaceUnit == PlaceUnit.Line && found.Block.Kind != BlockKind.Code)
        )
        {
            foreach (var (i, start) in block.Places.Index())
            {
                var before = start.Number == line ? length : 0;
                (line, length) = (
                    start.Number,
                    before + (i + 1 < block.Places.Count ? block.Places[i + 1].Offset : block.Text.Length) - start.Offset
                );
                longLines.Add(passage, block, before <= LongLine && length > LongLine ? start.Offset : null);
            }
        }
    }

    /// <summary>
    /// Unicode's characters of no width, tags and marks of direction; those that join are let through between others than
    /// ASCII letters, where emoji and some scripts need them.
    /// </summary>
    [GeneratedRegex(
        """
            [\u200B\u2060-\u2064\u180E\u202A-\u202E\u2066-\u2069\uFEFF]
            | \uDB40[\uDC00-\uDC7F]
            | [A-Za-z][\u200C\u200D]{1,20}[A-Za-z]
            """,
        RegexOptions.NonBacktracking | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Unseen();

    [GeneratedRegex(@"@(everyone|here)\b|<@[!&]?[0-9]{1,20}>", RegexOptions.NonBacktracking)]
    private static partial Regex Mention();
}
