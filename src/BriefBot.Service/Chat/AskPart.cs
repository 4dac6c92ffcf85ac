using BriefBot.Answers;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Service.Chat;

/// <summary>A part of an answer for programs: sentences that belong together and should be drawn in the form of <c>kind</c>.</summary>
/// <param name="Kind"><c>text</c>, <c>list</c>, <c>steps</c>, <c>table</c> or <c>code</c>.</param>
/// <param name="Section">The headings above it in its article; may be empty.</param>
/// <param name="Question">0-based index of the question in the message that it answers.</param>
/// <param name="Lines">Its sentences in reading order.</param>
/// <param name="ItemsLeft">Number of items of its list that are not shown; the question "more" shows them.</param>
internal sealed record AskPart(string Kind, string Section, int Question, IReadOnlyList<AskPartLine> Lines, int ItemsLeft)
{
    /// <summary>Returns the parts of an answer.</summary>
    public static IReadOnlyList<AskPart> Create(Answer.Grounded answer)
    {
        var next = 0;
        return
        [
            .. answer.Parts.Select(part => new AskPart(
                part.Kind.ToString().ToLowerInvariant(),
                part.Section,
                part.Sentences[0].Question,
                [.. part.Sentences.Select(sentence => Line(sentence, next++))],
                part.Sentences[^1].ItemsLeft
            )),
        ];
    }

    private static AskPartLine Line(AnswerSentence sentence, int place) =>
        new(place, AskPartLine.RoleOf(sentence.Form), sentence.Form.Depth, sentence.Form.Number);
}

/// <summary>A sentence of an <see cref="AskPart"/>.</summary>
/// <param name="Sentence">Its place in <see cref="AskResponse.Sentences"/>, from 0.</param>
/// <param name="Role">
/// <c>text</c>, <c>item</c> (begins an item of a list), <c>header</c> or <c>row</c> of a table with cells joined by " | ", or <c>code</c>.
/// </param>
/// <param name="Depth">Nesting depth of its list.</param>
/// <param name="Number">The number of its item in a numbered list; 0 where there is none.</param>
internal sealed record AskPartLine(int Sentence, string Role, int Depth, int Number)
{
    /// <summary>Returns the role of a text in its article.</summary>
    public static string RoleOf(BlockForm form) =>
        form.Kind switch
        {
            BlockKind.ListItem when form.BeginsItem || form.Depth == 0 => "item",
            BlockKind.TableHeader => "header",
            BlockKind.TableRow => "row",
            BlockKind.Code => "code",
            _ => "text",
        };
}
