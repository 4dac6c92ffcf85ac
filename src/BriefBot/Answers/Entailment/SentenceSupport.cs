using BriefBot.Answers.Language;
using BriefBot.Knowledge;
using BriefBot.Knowledge.Articles;
using BriefBot.Retrieval;

namespace BriefBot.Answers.Entailment;

/// <summary>Looks in passages for the sentences that support a sentence. Safe for concurrent use.</summary>
internal sealed class SentenceSupport(ITextAnalyzer analyzer)
{
    /// <summary>Maximum number of consecutive sentences that may support one.</summary>
    private const int MaxSentences = 3;

    /// <summary>A longer sentence is no sentence.</summary>
    private const int MaxLength = 600;

    /// <summary>Compares a sentence with the blocks of its evidence and the titles, headings and header rows above them.</summary>
    /// <param name="text">The sentence.</param>
    /// <param name="evidence">The sentences of passages that it rests on.</param>
    /// <param name="copied">The words of them that are given as its proof; none where they are not known.</param>
    public SupportResult Check(
        string text,
        IReadOnlyList<(PassageSentences Source, Sentence Sentence)> evidence,
        IReadOnlyList<string> copied
    )
    {
        if (text.Length > MaxLength)
        {
            return new SupportResult(evidence, UnsupportedReason.Words, UnsupportedReason.Words);
        }

        var (said, there) = Read(text, evidence, copied);
        var inTable = TableCheck.Check(said, [.. evidence.Where(one => IsRow(one.Sentence)).Select(Row)], analyzer);
        return new SupportResult(evidence, inTable ?? SupportCheck.OfFacts(said, there), inTable ?? SupportCheck.Check(said, there));
    }

    /// <summary>Parses a sentence, and its evidence with the headings above.</summary>
    public (ParsedSentence Said, Evidence Evidence) Read(
        string text,
        IReadOnlyList<(PassageSentences Source, Sentence Sentence)> evidence,
        IReadOnlyList<string> copied
    )
    {
        var blocks = evidence.SelectMany(one => one.Source.Sentences.Where(sentence => sentence.Block == one.Sentence.Block)).Distinct();
        var headers = evidence
            .Where(one => one.Sentence.Header is not null)
            .Select(one => one.Source.Sentences[one.Sentence.Header!.Value])
            .Distinct();
        var above = evidence
            .SelectMany(one => one.Source.Passage.Headings.Prepend(one.Source.Passage.Title))
            .Concat(headers.Select(header => header.Text))
            .Distinct();
        var others = evidence
            .Select(one => one.Source)
            .DistinctBy(source => source.Passage.Id)
            .SelectMany(source => source.Sentences)
            .Except(blocks);
        var said = new ParsedSentence(text, analyzer);
        ParsedSentence[] statements = [.. blocks.Select(Of)];
        var there = new Evidence(statements, [.. above.Select(heading => new ParsedSentence(heading, analyzer))])
        {
            Quoted = [.. evidence.Select(one => Of(one.Sentence))],
            Copied = [.. copied.Select(words => new ParsedSentence(words, analyzer))],
            Elsewhere = [.. others.Select(Of)],
        };
        return (said, there);
    }

    private static bool IsRow(Sentence sentence) => sentence.Block.Form.Kind == BlockKind.TableRow;

    private static QuotedRow Row((PassageSentences Source, Sentence Sentence) row) =>
        new(
            row.Sentence.Text,
            row.Sentence.Header is { } header ? row.Source.Sentences[header].Text : null,
            [
                .. row
                    .Source.Sentences.Where(other => IsRow(other) && other.Header == row.Sentence.Header && other != row.Sentence)
                    .Select(other => other.Text),
            ]
        );

    /// <summary>
    /// The sentence that shares most words with <paramref name="text"/>, rare ones counting more; null where none shares any.
    /// </summary>
    public (PassageSentences Source, Sentence Sentence)? MostAlike(string text, IReadOnlyList<PassageSentences> passages)
    {
        var said = new ParsedSentence(ShortText.Shorten(text, MaxLength), analyzer).Content.ToArray();
        double Likeness(Sentence sentence)
        {
            var there = Of(sentence).Words;
            return said.Sum(word =>
                RelatedWords.Rarity(word.Term) * there.Select(other => SameMeaning.Score(word, other)).DefaultIfEmpty().Max()
            );
        }

        var all = passages.SelectMany(passage => passage.Sentences.Select(sentence => (passage, sentence, likeness: Likeness(sentence))));
        var best = all.DefaultIfEmpty().MaxBy(one => one.likeness);
        return best.likeness > 0 ? (best.passage, best.sentence) : null;
    }

    private ParsedSentence Of(Sentence sentence) => new(sentence.Text, analyzer);

    /// <summary>The fewest sentences in a row that support <paramref name="text"/>; none, with the reason, where there are none.</summary>
    public (IReadOnlyList<Sentence> Sentences, UnsupportedReason? Problem) Find(string text, PassageSentences passage)
    {
        if (text.Length > MaxLength)
        {
            return ([], UnsupportedReason.Words);
        }

        var said = new ParsedSentence(text, analyzer);
        if (
            SupportCheck.IsStatement(said)
            && passage.Sentences.FirstOrDefault(sentence => QuotedWords.Fold(sentence.Text) == QuotedWords.Fold(text)) is { } same
        )
        {
            return ([same], null);
        }

        ParsedSentence[] around =
        [
            new(passage.Passage.Title, analyzer),
            .. passage.Passage.Headings.Select(heading => new ParsedSentence(heading, analyzer)),
        ];
        ParsedSentence[] statements = [.. passage.Sentences.Select(sentence => new ParsedSentence(sentence.Text, analyzer))];
        UnsupportedReason? problem = UnsupportedReason.Words;
        for (var count = 1; count <= MaxSentences; count++)
        {
            for (var first = 0; first + count <= statements.Length; first++)
            {
                if (passage.Sentences.Skip(first).Take(count).Count(IsRow) > 1)
                {
                    // Two rows together do not prove a statement that neither makes.
                    continue;
                }

                var found = SupportCheck.Check(
                    said,
                    new Evidence(statements[first..(first + count)], around)
                    {
                        Elsewhere = [.. statements[..first], .. statements[(first + count)..]],
                    }
                );
                if (found is null)
                {
                    return ([.. passage.Sentences.Skip(first).Take(count)], null);
                }

                problem = found > problem ? found : problem;
            }
        }

        return ([], problem);
    }
}

/// <summary>The evidence of a sentence, and the reason why it is not entailed.</summary>
/// <param name="Evidence">The sentences of passages.</param>
/// <param name="Problem">The kind of fact (number, date, name, negation, quotation) that is missing; null where none is.</param>
/// <param name="Unproven">The reason from all rules; null where they prove the sentence.</param>
internal sealed record SupportResult(
    IReadOnlyList<(PassageSentences Source, Sentence Sentence)> Evidence,
    UnsupportedReason? Problem,
    UnsupportedReason? Unproven
);
