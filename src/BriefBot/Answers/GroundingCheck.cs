using System.Text;
using BriefBot.Answers.Entailment;
using BriefBot.Answers.Language;
using BriefBot.Knowledge;
using BriefBot.Knowledge.Articles;
using BriefBot.Knowledge.Checking;
using BriefBot.Retrieval;
using Microsoft.Extensions.Logging;

namespace BriefBot.Answers;

/// <summary>
/// Verifies composed sentences; the only way to an <see cref="Answer.Grounded"/>. A sentence passes if its claims are true and its words
/// are copied from them or entailed by them.
/// </summary>
/// <remarks>A claim is true if its quote stands at its place in its passage, white space folded.</remarks>
internal sealed class GroundingCheck(KnowledgeCatalog catalog, ArticleAddresses addresses, ITextAnalyzer analyzer, ILogger<GroundingCheck> logger)
{
    /// <summary>Why a copied sentence is dropped.</summary>
    private const string Quote = "quote";

    /// <summary>
    /// Reason for dropping a sentence that rests on text addressed to language models, which was withheld from the model.
    /// </summary>
    private const string Withheld = "withheld";

    private readonly SentenceSupport _support = new(analyzer);

    /// <summary>
    /// The sentences that the rules prove, with their citations numbered from 1 in reading order; null where none is proven. How many are
    /// not, by the reason.
    /// </summary>
    /// <param name="composed">The sentences in reading order.</param>
    /// <param name="composer">Tells who wrote them.</param>
    /// <param name="confidence">The confidence that they answer, from 0 to 1.</param>
    public (Answer.Grounded? Answer, IReadOnlyDictionary<string, int> Dropped) Ground(IReadOnlyList<ComposedSentence> composed, AnswerSource composer, double confidence)
    {
        CheckedSentence[] all = [.. composed.Select(Check)];
        var dropped = all.Select(sentence => sentence.Unproven).OfType<string>().CountBy(reason => reason).ToDictionary();
        return (Ground([.. all.Where(sentence => sentence.Unproven is null)], composer, confidence), dropped);
    }

    /// <summary>
    /// The answer of checked sentences that may be said, with their citations numbered from 1 in reading order; null where there are none.
    /// </summary>
    /// <param name="sentences">Sentences without a <see cref="CheckedSentence.Problem"/>, in reading order.</param>
    /// <param name="composer">Tells who wrote them.</param>
    /// <param name="confidence">The confidence that they answer, from 0 to 1.</param>
    /// <exception cref="ArgumentException">One of them has a problem.</exception>
    public Answer.Grounded? Ground(IReadOnlyList<CheckedSentence> sentences, AnswerSource composer, double confidence)
    {
        if (sentences.FirstOrDefault(sentence => sentence.Problem is not null) is { Problem: { } problem })
        {
            throw new ArgumentException($"A sentence must not be said ({problem}).", nameof(sentences));
        }

        var citations = new List<Citation>();
        AnswerSentence[] said = [.. sentences.Select(sentence => new AnswerSentence
        {
            Text = sentence.Sentence.Text,
            Citations = [.. sentence.Claims.Select(claim => Number(claim, citations, isShared: composer == AnswerSource.Model)).Distinct()],
            Links = sentence.Sentence.Links,
            Form = sentence.Sentence.Form,
            Part = sentence.Sentence.Part,
            ItemsLeft = sentence.Sentence.ItemsLeft,
            Highlights = sentence.Sentence.Highlights,
        })];
        return said.Length > 0 ? new Answer.Grounded { Sentences = said, Citations = citations, Confidence = confidence, Composer = composer } : null;
    }

    /// <summary>Finds the proof of a sentence. A sentence with a place must be copied from there.</summary>
    /// <remarks>
    /// Any other rests on the words it quotes as proof, else on the fewest sentences that entail it by rules, else on the most similar one,
    /// which proves it only with a verifier.
    /// </remarks>
    public CheckedSentence Check(ComposedSentence sentence)
    {
        if (sentence.Claims.Count > 0)
        {
            return Checked(sentence, sentence.Claims, [], IsCopied(sentence) ? null : Quote);
        }

        if (UnsafeText.Problem(sentence) is { } unsafeText)
        {
            return Checked(sentence, [], [], unsafeText);
        }

        var found = Evidence(sentence);
        Claim[] claims = [.. found.Evidence.Select(
            one => new Claim(one.Source.Passage, new Place(one.Source.Passage.PlaceUnit, one.Sentence.FirstPlace, one.Sentence.LastPlace), one.Sentence.Text))];
        var problem = found.Evidence.Any(one => ModelCommands.Find(one.Sentence.Text) is not null) ? Withheld
            : claims.Length == 0 ? Name(found.Unproven ?? UnsupportedReason.Words)
            : found.Problem is { } unsupported ? Name(unsupported)
            : claims.All(IsTrue) ? null : Quote;
        var passages = found.Evidence.Select(one => one.Source).DistinctBy(source => source.Passage.Id).ToArray();
        return Checked(sentence, claims, passages, problem) with { Unproven = problem ?? (found.Unproven is { } unproven ? Name(unproven) : null) };
    }

    private static CheckedSentence Checked(ComposedSentence sentence, IReadOnlyList<Claim> claims, IReadOnlyList<PassageSentences> passages, string? problem) =>
        new() { Sentence = sentence, Claims = claims, Passages = passages, Problem = problem, Unproven = problem };

    private static string Name(UnsupportedReason problem) => problem.ToString().ToLowerInvariant();

    private SupportResult Evidence(ComposedSentence sentence)
    {
        var passages = sentence.Cited.Concat(sentence.Given).DistinctBy(source => source.Passage.Id).ToArray();
        var proof = QuotedSentences(sentence.Proofs, passages);
        var quoted = proof.Length > 0 ? _support.Check(sentence.Text, proof, sentence.Proofs) : null;
        if (quoted is { Unproven: null } or { Problem: not null })
        {
            return quoted;
        }

        UnsupportedReason? problem = quoted?.Unproven;
        foreach (var passage in passages)
        {
            var (sentences, missing) = _support.Find(sentence.Text, passage);
            if (missing is null)
            {
                return new SupportResult([.. sentences.Select(found => (passage, found))], null, null);
            }

            problem ??= missing;
        }

        return quoted ?? (_support.MostAlike(sentence.Text, sentence.Cited.Count > 0 ? sentence.Cited : passages) is { } alike
            ? _support.Check(sentence.Text, [alike], []) with { Unproven = problem }
            : new SupportResult([], problem, problem));
    }

    /// <summary>Returns the sentences that contain the quoted words, searching the passages in order.</summary>
    private static (PassageSentences Source, Sentence Sentence)[] QuotedSentences(IReadOnlyList<string> quotes, IReadOnlyList<PassageSentences> passages) =>
    [
        .. quotes.SelectMany(words => passages.Select(passage => QuotedEvidence.Find(words, passage).Select(found => (passage, found)).ToArray())
            .FirstOrDefault(found => found.Length > 0) ?? []).DistinctBy(one => (one.passage.Passage.Id, one.found.Ordinal)),
    ];

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

    /// <summary>Returns the text on the lines, pages or paragraphs from <paramref name="first"/> to <paramref name="last"/>.</summary>
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
