using System.Text;
using BriefBot.Answers.Language;
using BriefBot.Knowledge;
using BriefBot.Knowledge.Articles;
using BriefBot.Knowledge.Checking;

namespace BriefBot.Service.Answers;

/// <summary>
/// Writes a passage as Markdown for a model: paragraphs, lists, tables and code on lines of their own. Leaves out text that addresses
/// language models.
/// </summary>
internal static class PassageText
{
    /// <summary>Maximum number of characters shown of a passage.</summary>
    private const int MaxLength = 2_000;

    /// <summary>Prefix of each line, so that no line of an article can look like the end of the passage.</summary>
    private const string Mark = "> ";

    /// <summary>
    /// The lines, each with a line feed at its end. It ends before the block that would make it too long; only the first may be cut.
    /// </summary>
    public static string Write(PassageSentences passage)
    {
        var text = new StringBuilder();
        foreach (var block in passage.Sentences.GroupBy(sentence => sentence.Block))
        {
            var lines = Lines(
                    block.Key,
                    block.Select(sentence => sentence.Text).Where(sentence => ModelCommands.Find(sentence) is null).ToArray()
                )
                .ToArray();
            var length = lines.Sum(line => line.Length);
            if (text.Length > 0 && text.Length + length > MaxLength)
            {
                break;
            }

            foreach (var line in lines)
            {
                text.Append(Mark).Append(ShortText.Shorten(line, MaxLength)).Append('\n');
            }
        }

        return text.ToString();
    }

    /// <summary>A text on one line.</summary>
    public static string OneLine(string text) => string.Join(' ', Printable(text).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<string> Lines(TextBlock block, string[] sentences)
    {
        if (sentences.Length == 0)
        {
            return [];
        }

        var indent = new string(' ', 2 * Math.Max(block.Depth - 1, 0));
        return block.Kind switch
        {
            BlockKind.Code => sentences.SelectMany(code => code.Split('\n')).Select(line => $"{indent}    {Printable(line).TrimEnd()}"),
            BlockKind.TableHeader => [Row(sentences[0]), Row(string.Join(" | ", TableCells.Split(sentences[0]).Select(_ => "---")))],
            BlockKind.TableRow => sentences.Select(Row),
            BlockKind.ListItem =>
            [
                indent
                    + (
                        !block.BeginsItem ? "  "
                        : block.Number > 0 ? $"{block.Number}. "
                        : "- "
                    )
                    + OneLine(string.Join(' ', sentences)),
            ],
            _ => [OneLine(string.Join(' ', sentences))],
        };
    }

    private static string Row(string cells) => $"| {OneLine(cells)} |";

    private static string Printable(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
