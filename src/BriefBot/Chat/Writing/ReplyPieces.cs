using System.Text;
using BriefBot.Answers;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Chat.Writing;

/// <summary>
/// Converts a reply to the pieces that every network shows, in its markup: the text, then sources or close passages in small print.
/// </summary>
internal sealed class ReplyPieces(ChatMarkup markup)
{
    /// <summary>Returns at least one piece; the text precedes the small print.</summary>
    public IReadOnlyList<ReplyPiece> Create(Reply reply) =>
        reply switch
        {
            Reply.Answered { Answer: Answer.Grounded grounded } => Create(grounded),
            Reply.Answered { IsLookingFurther: true } => [Own(BotTexts.LookingFurther)],
            Reply.Answered { Answer: Answer.NotFound notFound } => Create(notFound),
            Reply.Answered { Answer: Answer.Unavailable unavailable } => [Own(unavailable.Reason)],
            Reply.SmallTalk talk => [Own(talk.Said)],
            Reply.Refused refused => [Own(refused.Said)],
            Reply.Sources sources => [Own(sources.Said), .. sources.Lines.Select(line => Small(markup.Text(line)))],
            Reply.Passages passages => Create(passages),
            _ => throw new InvalidOperationException("A reply is one of five, and an answer of three."),
        };

    private ReplyPiece Own(string words) => new("\n", markup.Text(words));

    private ReplyPiece Small(string words) => new("\n", words) { Open = markup.Small, IsSmall = true };

    private ReplyPiece Source(IReadOnlyList<Citation> citations) =>
        Small(SourceLine.Write(citations, markup, isLinked: true)) with
        {
            Unmarked = SourceLine.Write(citations, markup, isLinked: false),
        };

    private IReadOnlyList<ReplyPiece> Create(Reply.Passages passages) =>
        [
            .. passages.Found.SelectMany(Create),
            .. passages.Missing > 0
                ? [new ReplyPiece(ReplyPiece.Apart, markup.Text(BotTexts.QuotesGone(passages.Missing)))]
                : Array.Empty<ReplyPiece>(),
        ];

    /// <summary>The title and headings, then block after block, the quotes in it marked.</summary>
    private IEnumerable<ReplyPiece> Create(ShownPassage shown) =>
        [
            new ReplyPiece(ReplyPiece.Apart, markup.Strong(SourceLine.Titled(shown.Passage.Title, shown.Passage.Section))),
            .. shown.Passage.Blocks.Select(
                (block, i) =>
                    Marked(
                        "\n",
                        new AnswerSentence
                        {
                            Text = block.Text,
                            Citations = [],
                            Highlights = shown.Marks[i],
                        },
                        ""
                    )
            ),
        ];

    private ReplyPiece Marked(string before, AnswerSentence sentence, string after)
    {
        var text = new StringBuilder();
        foreach (var (part, answers) in sentence.Parts())
        {
            text.Append(answers ? markup.Strong(part) : markup.Text(part));
        }

        return new ReplyPiece(before, $"{text}{after}") { Unmarked = $"{markup.Text(sentence.Text)}{after}" };
    }

    private IReadOnlyList<ReplyPiece> Create(Answer.Grounded grounded) =>
        [
            .. Sentences(grounded),
            .. grounded.NotFoundNote is { } note ? [Own(note)] : Array.Empty<ReplyPiece>(),
            .. grounded.Notes.Select(note => Small(markup.Text(note))),
            .. SourceLine.Proofs(grounded, markup).Select(Small),
            .. grounded.Citations.GroupBy(citation => citation.Path).Select(article => Source([.. article])),
        ];

    private IReadOnlyList<ReplyPiece> Create(Answer.NotFound notFound) =>
        [
            Own(notFound.Suggestion is { } suggestion ? $"{notFound.Reason} {suggestion}" : notFound.Reason),
            .. notFound.Closest.Take(1).Select(_ => Small(BotTexts.Closest)),
            .. notFound.Closest.Select(closest => Small($"{markup.Text(closest.Title)}: {markup.Text(closest.Quote)}")),
        ];

    /// <summary>Returns the sentences; a note precedes unsure ones on a line of its own, and a table row names its columns.</summary>
    private IEnumerable<ReplyPiece> Sentences(Answer.Grounded grounded)
    {
        var marks = grounded.Parts.SelectMany(part => part.Marks).ToArray();
        AnswerSentence? last = null,
            header = null;
        var isDoubted = false;
        foreach (var (i, sentence) in grounded.Sentences.Index())
        {
            var doubt = grounded.DoubtBefore(i);
            if (doubt is not null)
            {
                isDoubted = true;
                yield return new ReplyPiece(last is null ? "\n" : Before(sentence, last), markup.Text(doubt));
            }

            if (TableRow.IsHeaderOf(sentence, grounded.Sentences.ElementAtOrDefault(i + 1)))
            {
                header = sentence;
                continue;
            }

            header = header?.Part == sentence.Part && header.Question == sentence.Question ? header : null;
            var piece =
                header is not null && sentence.Form.Kind == BlockKind.TableRow
                    ? Row(header, sentence, last)
                    : Create(sentence, last, marks[i]);
            yield return isDoubted ? piece with { Before = "\n" } : piece;
            isDoubted = false;
            if (sentence.ItemsLeft > 0)
            {
                yield return Small(markup.Text(BotTexts.ItemsLeft(sentence.ItemsLeft)));
            }

            last = sentence;
        }
    }

    /// <summary>The first row after a header has the numbers of both.</summary>
    private ReplyPiece Row(AnswerSentence header, AnswerSentence row, AnswerSentence? last)
    {
        var isFirst = last is null || last.Part != row.Part || last.Question != row.Question || last.Form.Kind != BlockKind.TableRow;
        var numbers = string.Concat(row.Citations.Concat(isFirst ? header.Citations : []).Distinct().Select(number => $"[{number}]"));
        return new ReplyPiece(
            last is null ? " " : Before(row, last),
            $"{markup.Text(TableRow.Text(header.Text, row.Text))}{markup.Addresses(row.Links)} {numbers}"
        );
    }

    /// <summary>
    /// Returns the separator: sentences follow each other; list items, rows, code, another part and the answer to another question are set
    /// apart.
    /// </summary>
    private static string Before(AnswerSentence sentence, AnswerSentence last) =>
        last.Question != sentence.Question ? ReplyPiece.Apart
        : AnswerPart.BeginsLine(sentence, last) || sentence.Part != last.Part ? "\n"
        : " ";

    private ReplyPiece Create(AnswerSentence sentence, AnswerSentence? last, string mark)
    {
        var numbers = string.Concat(sentence.Citations.Select(number => $"[{number}]"));
        var before = last is null ? " " : Before(sentence, last);
        if (sentence.IsCode)
        {
            var (open, close) = markup.Fence;
            return new ReplyPiece(before, markup.Code(sentence.Text)) { Open = open, Close = $"{close} {numbers}" };
        }

        var piece = Marked(before, sentence, $"{markup.Addresses(sentence.Links)} {numbers}");
        return piece with { Text = mark + piece.Text, Unmarked = mark + piece.Unmarked };
    }
}
