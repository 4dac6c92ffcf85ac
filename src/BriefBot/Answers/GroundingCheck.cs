using System.Text;
using BriefBot.Knowledge;
using BriefBot.Knowledge.Articles;
using Microsoft.Extensions.Logging;

namespace BriefBot.Answers;

/// <summary>
/// The only door to <see cref="Answer.Grounded"/>: of what was composed, a sentence passes whose claims are true and whose words
/// are theirs. A claim is true when its quote stands at its place in the passage it names, white space folded.
/// </summary>
internal sealed class GroundingCheck(KnowledgeCatalog catalog, ArticleAddresses addresses, ILogger<GroundingCheck> logger)
{
    /// <summary>The sentences that pass, with their citations numbered from 1 in reading order; null where none does.</summary>
    /// <param name="composed">The sentences in reading order.</param>
    /// <param name="composer">Who wrote them.</param>
    /// <param name="confidence">How sure it is that they answer, from 0 to 1.</param>
    public Answer.Grounded? Ground(IReadOnlyList<ComposedSentence> composed, Composer composer, double confidence)
    {
        var sentences = new List<AnswerSentence>();
        var citations = new List<Citation>();
        foreach (var sentence in composed.Where(Passes))
        {
            int[] numbers = [.. Enumerable.Range(citations.Count + 1, sentence.Claims.Count)];
            citations.AddRange(sentence.Claims.Zip(numbers, Cite));
            sentences.Add(new AnswerSentence { Text = sentence.Text, Citations = numbers, IsCode = sentence.IsCode, Highlights = sentence.Highlights });
        }

        return sentences.Count > 0 ? new Answer.Grounded { Sentences = sentences, Citations = citations, Confidence = confidence, Composer = composer } : null;
    }

    private bool Passes(ComposedSentence sentence)
    {
        if (sentence.Claims.FirstOrDefault(claim => !Holds(claim)) is { } untrue)
        {
            Log.QuoteNotGrounded(logger, untrue.Passage.Path, untrue.Place.Unit, untrue.Place.First, untrue.Place.Last);
            return false;
        }

        return sentence.Claims.Count > 0 && Fold(sentence.Text) == Fold(string.Join(' ', sentence.Claims.Select(claim => claim.Quote)));
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
