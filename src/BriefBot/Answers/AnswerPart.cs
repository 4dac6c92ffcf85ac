using System.Text;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Answers;

/// <summary>
/// Sentences of an answer that belong together: a paragraph, a list, steps, rows of a table, or code with the line that announces it.
/// </summary>
/// <param name="Sentences">In reading order; never empty.</param>
/// <param name="Section">The headings above it in its article, joined by " › "; empty before the first.</param>
public sealed record AnswerPart(IReadOnlyList<AnswerSentence> Sentences, string Section)
{
    /// <summary>The form of the part: that of its last sentence that is not plain text.</summary>
    public AnswerPartKind Kind =>
        Sentences.Select(sentence => sentence.Form).LastOrDefault(form => form.Kind != BlockKind.Prose) switch
        {
            { Kind: BlockKind.Code } => AnswerPartKind.Code,
            { Kind: BlockKind.TableHeader or BlockKind.TableRow } => AnswerPartKind.Table,
            { Kind: BlockKind.ListItem, Number: > 0 } => AnswerPartKind.Steps,
            { Kind: BlockKind.ListItem } => AnswerPartKind.List,
            _ => AnswerPartKind.Text,
        };

    /// <summary>The prefix of each sentence when items have lines of their own: an indented bullet, a number, or nothing.</summary>
    public IReadOnlyList<string> Marks => [.. Sentences.Select(sentence => Mark(sentence.Form))];

    /// <summary>Returns whether a sentence begins a line of its own after the one before it.</summary>
    public static bool BeginsLine(AnswerSentence sentence, AnswerSentence before) => IsApart(sentence) || IsApart(before);

    private static string Mark(BlockForm form)
    {
        if (form.Kind != BlockKind.ListItem)
        {
            return "";
        }

        var depth = Math.Max(form.Depth, 1);
        var indent = new string(' ', 2 * (depth - 1));
        if (!form.BeginsItem && form.Depth > 0)
        {
            return indent + "  ";
        }

        return form.Number > 0 ? $"{indent}{form.Number}. " : $"{indent}- ";
    }

    /// <summary>Says how many items of the list are not shown and how to see them; null where all are.</summary>
    public string? ItemsLeft => Sentences[^1].ItemsLeft is > 0 and var left ? BotTexts.ItemsLeft(left) : null;

    /// <summary>
    /// The section on a line of its own, then the sentences with their numbers: items, rows and code on lines of their own, all else in a
    /// row.
    /// </summary>
    public string Text
    {
        get
        {
            var text = new StringBuilder(Section.Length > 0 ? $"{Section}:\n" : "");
            var marks = Marks;
            foreach (var (i, sentence) in Sentences.Index())
            {
                text.Append(
                        i == 0 ? ""
                        : BeginsLine(sentence, Sentences[i - 1]) ? "\n"
                        : " "
                    )
                    .Append(marks[i])
                    .Append(sentence);
            }

            return text.Append(ItemsLeft is { } left ? $"\n{left}" : "").ToString();
        }
    }

    private static bool IsApart(AnswerSentence sentence) => sentence.Form.Kind != BlockKind.Prose;
}

/// <summary>The form of an <see cref="AnswerPart"/>.</summary>
public enum AnswerPartKind
{
    /// <summary>Running text.</summary>
    Text,

    /// <summary>Items of a list, with the line that introduces it.</summary>
    List,

    /// <summary>Items of a numbered list.</summary>
    Steps,

    /// <summary>Rows of a table, after the row that names its columns.</summary>
    Table,

    /// <summary>Code, with the line that announces it.</summary>
    Code,
}
