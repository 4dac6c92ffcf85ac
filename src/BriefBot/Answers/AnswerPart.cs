using System.Text;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Answers;

/// <summary>What is said together: a paragraph, a list, steps, rows of a table, code with the line that announces it.</summary>
/// <param name="Sentences">In reading order; never empty.</param>
/// <param name="Section">The headings it stands under in its article, joined by " › "; empty before the first.</param>
public sealed record AnswerPart(IReadOnlyList<AnswerSentence> Sentences, string Section)
{
    /// <summary>What it is, by the last of its sentences that is no plain text.</summary>
    public AnswerPartKind Kind => Sentences.Select(sentence => sentence.Form).LastOrDefault(form => form.Kind != BlockKind.Prose) switch
    {
        { Kind: BlockKind.Code } => AnswerPartKind.Code,
        { Kind: BlockKind.TableHeader or BlockKind.TableRow } => AnswerPartKind.Table,
        { Kind: BlockKind.ListItem, IsNumbered: true } => AnswerPartKind.Steps,
        { Kind: BlockKind.ListItem } => AnswerPartKind.List,
        _ => AnswerPartKind.Text,
    };

    /// <summary>The section on a line of its own, then the sentences with their numbers: items, rows and code on lines of their own, all else in a row.</summary>
    public string Text
    {
        get
        {
            var text = new StringBuilder(Section.Length > 0 ? $"{Section}:\n" : "");
            foreach (var (i, sentence) in Sentences.Index())
            {
                text.Append(i == 0 ? "" : IsApart(sentence) || IsApart(Sentences[i - 1]) ? "\n" : " ").Append(sentence);
            }

            return text.ToString();
        }
    }

    private static bool IsApart(AnswerSentence sentence) => sentence.Form.Kind != BlockKind.Prose;
}
