using BriefBot.Answers.Ranking;
using BriefBot.Answers.Selection;
using BriefBot.Knowledge.Articles;
using Microsoft.Extensions.Options;

namespace BriefBot.Answers;

/// <summary>Composes answers from copied sentences.</summary>
internal sealed class ExtractiveComposer(RankingModel model, IOptions<AnswersOptions> options) : IComposer
{
    private readonly Highlighter _emphasis = new(model);

    public AnswerSource Name => AnswerSource.Extractive;

    public Task<GenerationResult> ComposeAsync(GenerationRequest asked, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var findings = asked.Ranked[0];
        var chosen = new ReplyUnits(model, options.Value.MaxSentences).Choose(findings);
        var sentences = chosen.SelectMany(quotation => quotation.Sentences).ToArray();
        var marked = asked.IsSure && _emphasis.Choose(findings.Match, sentences) is { } mark ? (Sentence: sentences[mark.Sentence], mark.Part) : default;
        return Task.FromResult(new GenerationResult([.. chosen.Select(quotation => Copy(quotation, marked))]));
    }

    private static ComposedSentence Copy(QuotedText quotation, (Language.Sentence? Sentence, Highlight Part) marked)
    {
        var (passage, first, last) = (quotation.Source.Passage, quotation.Sentences[0], quotation.Sentences[^1]);
        return new ComposedSentence(quotation.Text, [new Claim(passage, new Place(passage.PlaceUnit, first.FirstPlace, last.LastPlace), quotation.Quote)])
        {
            Highlights = [.. quotation.Sentences.Where(sentence => quotation.Columns is null && ReferenceEquals(sentence, marked.Sentence))
                .Select(sentence => marked.Part with { Start = marked.Part.Start + sentence.Span.Start - first.Span.Start })],
            Links = quotation.Links,
            Form = first.Block.Form,
            Part = quotation.Part,
            ItemsLeft = quotation.ItemsLeft,
        };
    }
}
