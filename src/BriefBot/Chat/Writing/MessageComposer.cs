using BriefBot.Answers;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Chat.Writing;

/// <summary>Composes the message of a reply: the text, then sources or close passages in small print, and the buttons.</summary>
internal static class MessageComposer
{
    /// <summary>Returns the message, in which the text precedes the small print.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="hasActions">Whether the network has buttons; then the closest passages are behind one, so that a refusal is short.</param>
    /// <param name="question">The message that it replies to, or null.</param>
    public static ChatMessage Create(Reply reply, bool hasActions, IncomingMessage? question) =>
        new()
        {
            Blocks = [.. Blocks(reply, hasActions), .. hasActions ? Id(reply) : []],
            IsPrivate = question?.IsPrivate == true || reply is Reply.Refused { Reason: Refusal.TooFast or Refusal.NotAllowed },
            Actions = hasActions && reply is Reply.Answered answered ? ReplyActions.Create(answered, question) : [],
        };

    private static IReadOnlyList<MessageBlock> Blocks(Reply reply, bool hasActions) =>
        reply switch
        {
            Reply.Answered { Answer: Answer.Grounded grounded } => Create(grounded),
            Reply.Answered { IsLookingFurther: true } => [Own(BotTexts.LookingFurther)],
            Reply.Answered { Answer: Answer.NotFound notFound } => Create(notFound, hasActions ? [] : notFound.Closest),
            Reply.Answered { Answer: Answer.Unavailable unavailable } => [Own(unavailable.Reason)],
            Reply.SmallTalk talk => [Own(talk.Said)],
            Reply.Refused refused => [Own(refused.Said)],
            Reply.Sources sources => [Own(sources.Said), .. sources.Lines.Select(Small)],
            Reply.Passages passages => Create(passages),
            _ => throw new InvalidOperationException("A reply is one of five, and an answer of three."),
        };

    /// <summary>The id of an answer, by which it is found again.</summary>
    private static IEnumerable<MessageBlock> Id(Reply reply) =>
        reply is Reply.Answered { IsLookingFurther: false, Answer: not Answer.Unavailable }
            ? [MessageBlock.Footnote(new MessageSpan.Plain(reply.Id)) with { Style = BlockStyle.Small }]
            : [];

    private static MessageBlock Own(string words) => MessageBlock.Line(new MessageSpan.Plain(words));

    private static MessageBlock Small(string words) => MessageBlock.Footnote(new MessageSpan.Plain(words));

    private static IReadOnlyList<MessageBlock> Create(Reply.Passages passages) =>
        [
            .. passages.Found.SelectMany(Create),
            .. passages.Missing > 0
                ? [Own(BotTexts.QuotesGone(passages.Missing)) with { Start = BlockStart.Section }]
                : Array.Empty<MessageBlock>(),
        ];

    /// <summary>The title and headings, then block after block, the quotes in it marked.</summary>
    private static IEnumerable<MessageBlock> Create(ShownPassage shown) =>
        [
            new MessageBlock(BlockStart.Section, [new MessageSpan.Strong(SourceLine.Titled(shown.Passage.Title, shown.Passage.Section))]),
            .. shown.Passage.Blocks.Select(
                (block, i) =>
                    MessageBlock.Line([
                        .. Marked(
                            new AnswerSentence
                            {
                                Text = block.Text,
                                Citations = [],
                                Highlights = shown.Marks[i],
                            }
                        ),
                    ])
            ),
        ];

    private static IEnumerable<MessageSpan> Marked(AnswerSentence sentence) =>
        sentence.Parts().Select(part => part.Answers ? (MessageSpan)new MessageSpan.Strong(part.Text) : new MessageSpan.Plain(part.Text));

    private static IReadOnlyList<MessageBlock> Create(Answer.Grounded grounded) =>
        [
            .. Sentences(grounded),
            .. grounded.NotFoundNote is { } note ? [Own(note)] : Array.Empty<MessageBlock>(),
            .. grounded.Notes.Select(Small),
            .. SourceLine.Proofs(grounded).Select(proof => MessageBlock.Footnote([.. proof])),
            .. grounded
                .Citations.GroupBy(citation => citation.Path)
                .Select(article => MessageBlock.Footnote([.. SourceLine.Write([.. article])])),
        ];

    private static IReadOnlyList<MessageBlock> Create(Answer.NotFound notFound, IReadOnlyList<NearMiss> closest) =>
        [
            Own(notFound.Suggestion is { } suggestion ? $"{notFound.Reason} {suggestion}" : notFound.Reason),
            .. closest.Take(1).Select(_ => Small(BotTexts.Closest)),
            .. closest.Select(passage =>
                MessageBlock.Footnote(
                    new MessageSpan.Plain(passage.Title),
                    new MessageSpan.Mark(": "),
                    new MessageSpan.Plain(passage.Quote)
                )
            ),
        ];

    /// <summary>Returns the sentences; a note precedes unsure ones on a line of its own, and a table row names its columns.</summary>
    private static IEnumerable<MessageBlock> Sentences(Answer.Grounded grounded)
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
                yield return Own(doubt) with
                {
                    Start = last is null ? BlockStart.Line : Start(sentence, last),
                };
            }

            if (TableRow.IsHeaderOf(sentence, grounded.Sentences.ElementAtOrDefault(i + 1)))
            {
                header = sentence;
                continue;
            }

            header = header?.Part == sentence.Part && header.Question == sentence.Question ? header : null;
            var block =
                header is not null && sentence.Form.Kind == BlockKind.TableRow
                    ? Row(header, sentence, last)
                    : Create(sentence, last, marks[i]);
            yield return isDoubted ? block with { Start = BlockStart.Line } : block;
            isDoubted = false;
            if (sentence.ItemsLeft > 0)
            {
                yield return Small(BotTexts.ItemsLeft(sentence.ItemsLeft));
            }

            last = sentence;
        }
    }

    /// <summary>The first row after a header has the numbers of both.</summary>
    private static MessageBlock Row(AnswerSentence header, AnswerSentence row, AnswerSentence? last)
    {
        var isFirst = last is null || last.Part != row.Part || last.Question != row.Question || last.Form.Kind != BlockKind.TableRow;
        return new MessageBlock(
            Start(row, last),
            [
                new MessageSpan.Row(TableCells.Split(header.Text), TableCells.Split(row.Text)),
                .. Cited(row.Links, row.Citations.Concat(isFirst ? header.Citations : []).Distinct()),
            ]
        );
    }

    /// <summary>
    /// Returns the separator: sentences follow each other; list items, rows, code, another part and the answer to another question are set
    /// apart.
    /// </summary>
    private static BlockStart Start(AnswerSentence sentence, AnswerSentence? last) =>
        last is null ? BlockStart.Sentence
        : last.Question != sentence.Question ? BlockStart.Section
        : AnswerPart.BeginsLine(sentence, last) || sentence.Part != last.Part ? BlockStart.Line
        : BlockStart.Sentence;

    private static MessageBlock Create(AnswerSentence sentence, AnswerSentence? last, string mark) =>
        new(
            Start(sentence, last),
            sentence.IsCode
                ? [new MessageSpan.Code(sentence.Text), .. Cited([], sentence.Citations)]
                :
                [
                    .. mark.Length > 0 ? [new MessageSpan.Mark(mark)] : Array.Empty<MessageSpan>(),
                    .. sentence.Lead is { } lead ? [new MessageSpan.Strong(lead), new MessageSpan.Mark(" ")] : Array.Empty<MessageSpan>(),
                    .. Marked(sentence),
                    .. Cited(sentence.Links, sentence.Citations),
                ]
        );

    private static IEnumerable<MessageSpan> Cited(IReadOnlyList<string> links, IEnumerable<int> numbers) =>
        [
            .. links.Count > 0 ? [new MessageSpan.Addresses(links)] : Array.Empty<MessageSpan>(),
            new MessageSpan.Mark(" "),
            new MessageSpan.Citations([.. numbers]),
        ];
}
