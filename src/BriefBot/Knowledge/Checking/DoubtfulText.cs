using System.Text.RegularExpressions;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Knowledge.Checking;

/// <summary>Finds text that may be unintended: commands to a model, invisible characters, mentions, keys, long lines.</summary>
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
            secrets = new(),
            longLines = new();
        foreach (var (passage, block) in Where.BlocksOf(article))
        {
            commands.Add(passage, block, ModelCommands.Find(block.Text));
            unseen.Add(passage, block, Unseen().Match(block.Text) is { Success: true } found ? found.Index : null);
            mentions.Add(passage, block, Mention().Match(block.Text) is { Success: true } mention ? mention.Index : null);
            secrets.Add(passage, block, Secret().Match(block.Text) is { Success: true } secret ? secret.Index : null);
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
            .. secrets.Tell(
                "This looks like a password or a key, and the bot shows it to whoever asks. Remove it, and replace it where it is used."
            ),
            .. longLines.Tell($"This line is longer than {LongLine:N0} characters, so a citation can’t point into it. Break the line."),
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

    /// <summary>Forms that hardly anything but a key has, and a password after its name, with a digit in it.</summary>
    [GeneratedRegex(
        """
            -----BEGIN\ [A-Z ]{0,30}PRIVATE\ KEY-----\s{0,4}[A-Za-z0-9+/=]{20}
            | \b(?:AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{30}|xox[abeprs]-[A-Za-z0-9-]{12}|glpat-[A-Za-z0-9_-]{16})
            | \b(?:sk-[A-Za-z0-9_-]{20}|AIza[A-Za-z0-9_-]{35}|eyJ[A-Za-z0-9_-]{15,500}\.eyJ[A-Za-z0-9_-]{10})
            | \b(?i:password|passwd|pwd|api[_\ -]?key|secret[_\ -]?key)(?-i)["'`]?(?:\ ?[:=]|\ is)\ ?["'`]?[A-Za-z!-/@_]{1,40}[0-9][!-~]{2,60}
            """,
        RegexOptions.NonBacktracking | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Secret();

    [GeneratedRegex(@"@(everyone|here)\b|<@[!&]?[0-9]{1,20}>", RegexOptions.NonBacktracking)]
    private static partial Regex Mention();
}
