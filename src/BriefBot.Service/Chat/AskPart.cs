using BriefBot.Answers;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Service.Chat;

/// <summary>A part of an answer as a program reads it: sentences that are said together, to be drawn as what they are.</summary>
/// <param name="Kind"><c>text</c>, <c>list</c>, <c>steps</c>, <c>table</c> or <c>code</c>.</param>
/// <param name="Section">The headings it stands under in its article; may be empty.</param>
/// <param name="Question">Which question of the message it answers, from 0.</param>
/// <param name="Lines">Its sentences in reading order.</param>
/// <param name="ItemsLeft">How many items of its list are not shown; the question "more" shows them.</param>
internal sealed record AskPart(string Kind, string Section, int Question, IReadOnlyList<AskPartLine> Lines, int ItemsLeft)
{
    /// <summary>Returns the parts of an answer.</summary>
    public static IReadOnlyList<AskPart> Create(Answer.Grounded answer)
    {
        var next = 0;
        return [.. answer.Parts.Select(part => new AskPart(
            part.Kind.ToString().ToLowerInvariant(),
            part.Section,
            part.Sentences[0].Question,
            [.. part.Sentences.Select(sentence => Line(sentence, next++))],
            part.Sentences[^1].ItemsLeft))];
    }

    private static AskPartLine Line(AnswerSentence sentence, int place) => new(place, sentence.Form.Kind switch
    {
        BlockKind.ListItem when sentence.Form.BeginsItem || sentence.Form.Depth == 0 => "item",
        BlockKind.TableHeader => "header",
        BlockKind.TableRow => "row",
        BlockKind.Code => "code",
        _ => "text",
    }, sentence.Form.Depth, sentence.Form.Number);
}
