using BriefBot.Answers.Choosing;
using BriefBot.Answers.Ranking;
using BriefBot.Knowledge.Articles;
using Microsoft.Extensions.Options;

namespace BriefBot.Answers;

/// <summary>Copies sentences from the articles.</summary>
internal sealed class ExtractiveComposer(RankingModel model, IOptions<AnswersOptions> options) : IComposer
{
    public Composer Name => Composer.Extractive;

    public Task<IReadOnlyList<ComposedSentence>> ComposeAsync(Findings findings, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var chosen = new ReplySentences(model, options.Value.MaxSentences).Choose(findings.Match, findings.Fitting);
        return Task.FromResult<IReadOnlyList<ComposedSentence>>([.. chosen.Select(candidate => Copy(findings.Match, candidate))]);
    }

    private static ComposedSentence Copy(QuestionMatch match, Candidate candidate)
    {
        var (passage, sentence) = (candidate.Source.Passage, candidate.Sentence);
        return new ComposedSentence(sentence.Text, [new Claim(passage, new Place(passage.PlaceUnit, sentence.FirstPlace, sentence.LastPlace), sentence.Text)])
        {
            Highlights = ExpectedFact.Mark(match, sentence),
            IsCode = sentence.Block.Kind == BlockKind.Code,
        };
    }
}
