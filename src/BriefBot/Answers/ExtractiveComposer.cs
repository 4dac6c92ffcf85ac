using BriefBot.Answers.Choosing;
using BriefBot.Answers.Ranking;
using BriefBot.Knowledge.Articles;
using Microsoft.Extensions.Options;

namespace BriefBot.Answers;

/// <summary>Copies sentences from the articles.</summary>
internal sealed class ExtractiveComposer(RankingModel model, IOptions<AnswersOptions> options) : IComposer
{
    private readonly Emphasis _emphasis = new(model);

    public Composer Name => Composer.Extractive;

    public Task<Composition> ComposeAsync(Composing asked, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var findings = asked.Findings[0];
        var chosen = new ReplySentences(model, options.Value.MaxSentences).Choose(asked.IsSure ? findings : findings with { Fitting = [.. findings.Fitting.Take(1)] });
        var marked = asked.IsSure ? _emphasis.Choose(findings.Match, [.. chosen.Select(candidate => candidate.Sentence)]) : null;
        return Task.FromResult(new Composition([.. chosen.Select((candidate, i) => Copy(candidate, marked is { } mark && mark.Sentence == i ? [mark.Part] : []))]));
    }

    private static ComposedSentence Copy(Candidate candidate, IReadOnlyList<Highlight> highlights)
    {
        var (passage, sentence) = (candidate.Source.Passage, candidate.Sentence);
        return new ComposedSentence(sentence.Text, [new Claim(passage, new Place(passage.PlaceUnit, sentence.FirstPlace, sentence.LastPlace), sentence.Text)])
        {
            Highlights = highlights,
            IsCode = sentence.Block.Kind == BlockKind.Code,
        };
    }
}
