using System.Text;
using BriefBot.Answers.Sentences;
using BriefBot.Answers.Support;
using BriefBot.Knowledge;
using BriefBot.Knowledge.Articles;
using BriefBot.Knowledge.Checking;
using BriefBot.Retrieval;
using Microsoft.Extensions.Logging;

namespace BriefBot.Answers;

/// <summary>
/// The only door to <see cref="Answer.Grounded"/>: of what was composed, a sentence passes whose claims are true and whose words are
/// theirs or are supported by them. A claim is true when its quote stands at its place in the passage it names, white space folded.
/// </summary>
internal sealed class GroundingCheck(KnowledgeCatalog catalog, ArticleAddresses addresses, ITextAnalyzer analyzer, ILogger<GroundingCheck> logger)
{
    /// <summary>Why a copied sentence is dropped.</summary>
    private const string Quote = "quote";

    /// <summary>Why a sentence is dropped that rests on what was written for a language model, and was kept from it.</summary>
    private const string Withheld = "withheld";

    private readonly SentenceSupport _support = new(analyzer);

    /// <summary>The sentences that pass, with their citations numbered from 1 in reading order; null where none does. How many do not, by the reason.</summary>
    /// <param name="composed">The sentences in reading order.</param>
    /// <param name="composer">Who wrote them.</param>
    /// <param name="confidence">How sure it is that they answer, from 0 to 1.</param>
    public (Answer.Grounded? Answer, IReadOnlyDictionary<string, int> Dropped) Ground(IReadOnlyList<ComposedSentence> composed, Composer composer, double confidence)
    {
        var sentences = new List<AnswerSentence>();
        var citations = new List<Citation>();
        var dropped = new Dictionary<string, int>();
        foreach (var sentence in composed)
        {
            var (claims, problem) = Check(sentence);
            if (problem is not null)
            {
                dropped[problem] = dropped.GetValueOrDefault(problem) + 1;
                continue;
            }

            int[] numbers = [.. claims.Select(claim => Number(claim, citations, isShared: composer == Composer.Model)).Distinct()];
            sentences.Add(new AnswerSentence
            {
                Text = sentence.Text,
                Citations = numbers,
                Form = sentence.Form,
                Part = sentence.Part,
                ItemsLeft = sentence.ItemsLeft,
                Highlights = sentence.Highlights,
            });
        }

        return (sentences.Count > 0 ? new Answer.Grounded { Sentences = sentences, Citations = citations, Confidence = confidence, Composer = composer } : null, dropped);
    }

    /// <summary>The sentences of passages that support a sentence in other words than theirs; none where nothing does, with the reason.</summary>
    public (IReadOnlyList<(PassageSentences Source, Sentence Sentence)> Evidence, string? Problem) Support(ComposedSentence sentence)
    {
        if (UnsafeText.Problem(sentence) is { } problem)
        {
            return ([], problem);
        }

        var (proof, proven) = Proof(sentence);
        if (proof.Count > 0 && proven is null)
        {
            return proof.Any(one => ModelCommands.Find(one.Sentence.Text) is not null) ? ([], Withheld) : (proof, null);
        }

        Unsupported? unsupported = proven;
        foreach (var passage in sentence.Cited.Concat(sentence.Given).DistinctBy(source => source.Passage.Id))
        {
            var found = _support.Find(sentence.Text, passage);
            if (found.Problem is null && found.Sentences.Any(evidence => ModelCommands.Find(evidence.Text) is not null))
            {
                return ([], Withheld);
            }

            if (found.Problem is null)
            {
                return ([.. found.Sentences.Select(evidence => (passage, evidence))], null);
            }

            unsupported ??= found.Problem;
        }

        return ([], (unsupported ?? Unsupported.Words).ToString().ToLowerInvariant());
    }

    /// <summary>
    /// The sentences in which the words stand that a sentence says prove it, each looked for in the passages it cites, then in the others; and what of it they do not prove.
    /// </summary>
    private (IReadOnlyList<(PassageSentences Source, Sentence Sentence)> Evidence, Unsupported? Problem) Proof(ComposedSentence sentence)
    {
        var passages = sentence.Cited.Concat(sentence.Given).DistinctBy(source => source.Passage.Id).ToArray();
        (PassageSentences Source, Sentence Sentence)[] evidence =
        [
            .. sentence.Proofs.SelectMany(words => passages.Select(passage => QuotedEvidence.Find(words, passage).Select(found => (passage, found)).ToArray())
                .FirstOrDefault(found => found.Length > 0) ?? []).DistinctBy(one => (one.passage.Passage.Id, one.found.Ordinal)),
        ];
        return evidence.Length == 0 ? ([], null) : (evidence, _support.Check(sentence.Text, evidence));
    }

    private (IReadOnlyList<Claim> Claims, string? Problem) Check(ComposedSentence sentence)
    {
        if (sentence.Claims.Count > 0)
        {
            return (sentence.Claims, IsCopied(sentence) ? null : Quote);
        }

        var (evidence, problem) = Support(sentence);
        Claim[] claims = [.. evidence.Select(
            one => new Claim(one.Source.Passage, new Place(one.Source.Passage.PlaceUnit, one.Sentence.FirstPlace, one.Sentence.LastPlace), one.Sentence.Text))];
        return (claims, problem ?? (claims.All(IsTrue) ? null : Quote));
    }

    private bool IsCopied(ComposedSentence sentence) =>
        sentence.Claims.All(IsTrue) && (Fold(sentence.Text) == Fold(string.Join(' ', sentence.Claims.Select(claim => claim.Quote))) || AreItsCells(sentence));

    private static bool AreItsCells(ComposedSentence sentence) =>
        sentence is { Form.Kind: BlockKind.TableHeader or BlockKind.TableRow, Claims: [var row] } && TableCells.Holds(row.Quote, sentence.Text);

    private bool IsTrue(Claim claim)
    {
        if (Holds(claim))
        {
            return true;
        }

        Log.QuoteNotGrounded(logger, claim.Passage.Path, claim.Place.Unit, claim.Place.First, claim.Place.Last);
        return false;
    }

    /// <summary>Sentences in a composer's own words may rest on the same quote, which has one number.</summary>
    private int Number(Claim claim, List<Citation> citations, bool isShared)
    {
        var citation = Cite(claim, citations.Count + 1);
        if (isShared && citations.Find(other => other with { Number = citation.Number } == citation) is { } same)
        {
            return same.Number;
        }

        citations.Add(citation);
        return citation.Number;
    }

    private static bool Holds(Claim claim)
    {
        var quote = Fold(claim.Quote);
        return quote.Length > 0
            && claim.Place.Unit == claim.Passage.PlaceUnit
            && claim.Place.First <= claim.Place.Last
            && Fold(Between(claim.Passage, claim.Place.First, claim.Place.Last)).Contains(quote, StringComparison.Ordinal);
    }

    private Citation Cite(Claim claim, int number) => new()
    {
        Number = number,
        Path = claim.Passage.Path,
        Title = claim.Passage.Title,
        Section = claim.Passage.Section,
        Date = claim.Passage.Date,
        Url = claim.Passage.Url ?? addresses.LinkTo(claim.Passage.Path, claim.Place),
        Author = claim.Passage.Author,
        Place = claim.Place,
        Stale = catalog.IsStale(claim.Passage.Path),
        Hash = claim.Passage.Hash,
        Quote = claim.Quote,
    };

    /// <summary>What stands on the lines, pages or paragraphs from <paramref name="first"/> to <paramref name="last"/>.</summary>
    private static string Between(Passage passage, int first, int last) =>
        string.Join('\n', passage.Blocks.Select(block => Between(block, first, last)));

    private static string Between(TextBlock block, int first, int last)
    {
        var text = new StringBuilder();
        for (var i = 0; i < block.Places.Count; i++)
        {
            var end = i + 1 < block.Places.Count ? block.Places[i + 1].Offset : block.Text.Length;
            if (block.Places[i].Number >= first && block.Places[i].Number <= last)
            {
                text.Append(block.Text, block.Places[i].Offset, end - block.Places[i].Offset);
            }
        }

        return text.ToString();
    }

    private static string Fold(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
