using BriefBot.Answers.Language;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Answers.Selection;

/// <summary>Consecutive sentences of one block, quoted verbatim.</summary>
/// <param name="Source">The passage.</param>
/// <param name="Sentences">The sentences; never empty.</param>
internal sealed record QuotedText(PassageSentences Source, IReadOnlyList<Sentence> Sentences)
{
    private const int MostLinks = 3;

    /// <summary>0-based index of its unit in the reply.</summary>
    public int Part { get; init; }

    /// <summary>Number of items of its list that follow it and are left out.</summary>
    public int ItemsLeft { get; init; }

    /// <summary>0-based columns of a table row that are shown, ascending; null for all.</summary>
    public IReadOnlyList<int>? Columns { get; init; }

    /// <summary>The text, verbatim.</summary>
    public string Quote => Sentences[0].Block.Text[Sentences[0].Span.Start..Sentences[^1].Span.End];

    /// <summary>Targets of the links in the shown text, in order, each once, limited in number.</summary>
    public IReadOnlyList<string> Links
    {
        get
        {
            var (block, start, end) = (Sentences[0].Block, Sentences[0].Span.Start, Sentences[^1].Span.End);
            return
            [
                .. block
                    .Links.Where(link => link.Start >= start && link.Start + link.Length <= end)
                    .Where(link =>
                        Columns is null || Text.Contains(block.Text.Substring(link.Start, link.Length), StringComparison.Ordinal)
                    )
                    .Select(link => link.Url)
                    .Where(url => !Text.Contains(url, StringComparison.Ordinal))
                    .Distinct()
                    .Take(MostLinks),
            ];
        }
    }

    /// <summary>The text shown: the quote, or the cells of its <see cref="Columns"/>.</summary>
    public string Text => Columns is null ? Quote : TableCells.Select(Quote, Columns);
}
