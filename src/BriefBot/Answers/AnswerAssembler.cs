using BriefBot.Answers.Generation;
using BriefBot.Answers.Verification;
using BriefBot.Knowledge;

namespace BriefBot.Answers;

/// <summary>Assembles answers of verified sentences, with their citations numbered from 1 in reading order.</summary>
/// <param name="catalog">Tells which articles are out of date.</param>
/// <param name="addresses">Builds the addresses of articles.</param>
internal sealed class AnswerAssembler(KnowledgeCatalog catalog, ArticleAddresses addresses)
{
    /// <summary>Returns the answer, or null where there are no sentences.</summary>
    /// <param name="sentences">The sentences in reading order.</param>
    /// <param name="source">Tells who wrote them.</param>
    /// <param name="confidence">The confidence that they answer, from 0 to 1.</param>
    public Answer.Grounded? Assemble(IReadOnlyList<VerifiedSentence> sentences, AnswerSource source, double confidence)
    {
        var citations = new List<Citation>();
        AnswerSentence[] shown =
        [
            .. sentences.Select(sentence => new AnswerSentence
            {
                Text = sentence.Text,
                Citations =
                [
                    .. sentence.Claims.Select(claim => Number(claim, citations, isShared: source == AnswerSource.Model)).Distinct(),
                ],
                Links = sentence.Links,
                Form = sentence.Form,
                Part = sentence.Part,
                ItemsLeft = sentence.ItemsLeft,
                Highlights = sentence.Highlights,
            }),
        ];
        return shown.Length > 0
            ? new Answer.Grounded
            {
                Sentences = shown,
                Citations = citations,
                Confidence = confidence,
                Composer = source,
            }
            : null;
    }

    /// <summary>Adds the citation of a claim and returns its number. Generated sentences that rest on the same quote share one.</summary>
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

    private Citation Cite(Claim claim, int number) =>
        new()
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
}
