using BriefBot.Answers.Ranking;
using BriefBot.Answers.Selection;
using BriefBot.Knowledge.Articles;
using Microsoft.Extensions.Options;

namespace BriefBot.Answers.Generation;

/// <summary>Writes answers by copying the selected units. Safe for concurrent use.</summary>
internal sealed class ExtractiveWriter(RankingModel model, IOptions<AnswersOptions> options)
{
    private readonly Highlighter _highlighter = new(model);

    /// <summary>Returns the texts of an answer in reading order; empty where no unit is eligible.</summary>
    /// <param name="ranked">The ranked units.</param>
    /// <param name="isSure">Whether they are sure to answer. If not, no fact in them is highlighted.</param>
    public IReadOnlyList<CopiedSentence> Write(RankedUnits ranked, bool isSure)
    {
        var quotations = new ReplyUnits(model, options.Value.MaxSentences).Choose(ranked);
        var sentences = quotations.SelectMany(quotation => quotation.Sentences).ToArray();
        var highlight =
            isSure && _highlighter.Choose(ranked.Match, sentences) is { } chosen
                ? (Sentence: sentences[chosen.Sentence], chosen.Part)
                : default;
        return [.. quotations.Select(quotation => Copy(quotation, highlight))];
    }

    private static CopiedSentence Copy(QuotedText quotation, (Language.Sentence? Sentence, Highlight Part) highlight)
    {
        var (passage, first, last) = (quotation.Source.Passage, quotation.Sentences[0], quotation.Sentences[^1]);
        return new CopiedSentence(
            quotation.Text,
            new Claim(passage, new Place(passage.PlaceUnit, first.FirstPlace, last.LastPlace), quotation.Quote)
        )
        {
            Highlights =
            [
                .. quotation
                    .Sentences.Where(sentence => quotation.Columns is null && ReferenceEquals(sentence, highlight.Sentence))
                    .Select(sentence => highlight.Part with { Start = highlight.Part.Start + sentence.Span.Start - first.Span.Start }),
            ],
            Links = quotation.Links,
            Form = first.Block.Form,
            Part = quotation.Part,
            ItemsLeft = quotation.ItemsLeft,
        };
    }
}

/// <summary>A text that is copied from a passage and not verified yet.</summary>
/// <param name="Text">The text: the whole quote, or cells of a quoted table row.</param>
/// <param name="Claim">The quote it claims to be copied from.</param>
internal sealed record CopiedSentence(string Text, Claim Claim)
{
    /// <summary>The parts of the text that answer.</summary>
    public IReadOnlyList<Highlight> Highlights { get; init; } = [];

    /// <summary>Targets of its links to other sites, in order.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>The form of the text in its article.</summary>
    public BlockForm Form { get; init; }

    /// <summary>0-based index of its part in the answer.</summary>
    public int Part { get; init; }

    /// <summary>Number of items of its list that follow it and are left out.</summary>
    public int ItemsLeft { get; init; }
}
