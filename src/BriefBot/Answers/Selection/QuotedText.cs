using BriefBot.Answers.Language;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Answers.Selection;

/// <summary>Consecutive sentences of one block, quoted verbatim.</summary>
/// <param name="Source">The passage.</param>
/// <param name="Sentences">The sentences; never empty.</param>
internal sealed record QuotedText(PassageSentences Source, IReadOnlyList<Sentence> Sentences)
{
    private const int MostLinks = 3;

    /// <summary>Which unit of the reply it belongs to, from 0.</summary>
    public int Part { get; init; }

    /// <summary>How many items of its list come after it and are not said.</summary>
    public int ItemsLeft { get; init; }

    /// <summary>Of a row of a table the columns that are said, from 0, ascending; null for all of them.</summary>
    public IReadOnlyList<int>? Columns { get; init; }

    /// <summary>The words as they stand in the article.</summary>
    public string Quote => Sentences[0].Block.Text[Sentences[0].Span.Start..Sentences[^1].Span.End];

    /// <summary>Where the links in what is said lead, in order, each once; no more than a few.</summary>
    public IReadOnlyList<string> Links
    {
        get
        {
            var (block, start, end) = (Sentences[0].Block, Sentences[0].Span.Start, Sentences[^1].Span.End);
            return
            [
                .. block.Links.Where(link => link.Start >= start && link.Start + link.Length <= end)
                    .Where(link => Columns is null || Text.Contains(block.Text.Substring(link.Start, link.Length), StringComparison.Ordinal))
                    .Select(link => link.Url).Where(url => !Text.Contains(url, StringComparison.Ordinal)).Distinct().Take(MostLinks),
            ];
        }
    }

    /// <summary>What is said of them: all, or of a row the cells of its <see cref="Columns"/>.</summary>
    public string Text => Columns is null ? Quote : TableCells.Select(Quote, Columns);
}
