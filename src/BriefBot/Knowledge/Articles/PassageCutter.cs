using Microsoft.Extensions.Options;

namespace BriefBot.Knowledge.Articles;

/// <summary>Cuts an article into passages, never across a heading.</summary>
/// <remarks>
/// Lists and tables stay whole, with the line that introduces them, unless they alone exceed the length of a passage; then each part of a
/// table repeats the header row. A short section is one passage. Longer blocks are cut between sentences, longer sentences between words.
/// </remarks>
public sealed class PassageCutter(IOptions<KnowledgeOptions> options)
{
    /// <summary>The passages in reading order, numbered from 0. Sections without text give none.</summary>
    public IReadOnlyList<Passage> Cut(ArticleHead head, IEnumerable<Section> sections)
    {
        var passages = new List<Passage>();
        foreach (var section in sections)
        {
            foreach (var blocks in Cut([.. section.Blocks.SelectMany(block => LongBlock.Cut(block, options.Value.Limits.MaxPassageWords))]))
            {
                passages.Add(
                    new Passage
                    {
                        Path = head.Path,
                        Ordinal = passages.Count,
                        Title = head.Title,
                        Headings = section.Headings,
                        Box = section.Box,
                        Date = head.Date,
                        Url = head.Url,
                        Author = head.Author,
                        PlaceUnit = head.PlaceUnit,
                        Hash = head.Hash,
                        Blocks = blocks,
                    }
                );
            }
        }

        return passages;
    }

    private IEnumerable<IReadOnlyList<TextBlock>> Cut(IReadOnlyList<TextBlock> blocks) =>
        blocks.Count > 0 && WordCount(blocks) <= Math.Min(UnitCutter.ShortSection, options.Value.Limits.MaxPassageWords)
            ? [blocks]
            : Join(Groups(blocks));

    private IEnumerable<IReadOnlyList<TextBlock>> Join(IEnumerable<IReadOnlyList<TextBlock>> groups)
    {
        var passage = new List<TextBlock>();
        foreach (var group in groups)
        {
            var words = WordCount(passage);
            if (
                passage.Count > 0
                && (words >= options.Value.Limits.MinPassageWords || words + WordCount(group) > options.Value.Limits.MaxPassageWords)
            )
            {
                yield return passage;
                passage = [];
            }

            // A table that is cut has its header row once in each passage.
            passage.AddRange(passage.Contains(group[0]) ? group.Skip(1) : group);
        }

        if (passage.Count > 0)
        {
            yield return passage;
        }
    }

    /// <summary>
    /// Groups blocks that belong together: a list or table with its introduction while it fits, otherwise its items one by one.
    /// </summary>
    private IEnumerable<IReadOnlyList<TextBlock>> Groups(IReadOnlyList<TextBlock> blocks)
    {
        for (var i = 0; i < blocks.Count; )
        {
            var run = Run(blocks, i);
            i += run.Count;
            if (Introduces(run[0]) && i < blocks.Count && blocks[i].Kind != BlockKind.Prose)
            {
                var introduced = Run(blocks, i);
                i += introduced.Count;
                if (Fits([.. run, .. introduced]))
                {
                    yield return [.. run, .. introduced];
                    continue;
                }

                yield return run;
                run = introduced;
            }

            foreach (var group in Fits(run) ? [run] : Parts(run))
            {
                yield return group;
            }
        }
    }

    /// <summary>Block by block; each row of a table with its header row.</summary>
    private static IEnumerable<IReadOnlyList<TextBlock>> Parts(IReadOnlyList<TextBlock> run) =>
        run[0].Kind == BlockKind.TableHeader && run.Count > 1
            ? run.Skip(1).Select(row => (IReadOnlyList<TextBlock>)[run[0], row])
            : run.Select(block => (IReadOnlyList<TextBlock>)[block]);

    /// <summary>
    /// Returns the items of one list with everything nested in them, the rows of one table, or one block of another kind.
    /// </summary>
    private static IReadOnlyList<TextBlock> Run(IReadOnlyList<TextBlock> blocks, int first)
    {
        var kind = blocks[first].Kind;
        return kind switch
        {
            _ when IsInList(blocks[first]) => [.. blocks.Skip(first).TakeWhile(IsInList)],
            BlockKind.TableRow => [.. blocks.Skip(first).TakeWhile(block => block.Kind == kind)],
            BlockKind.TableHeader => [blocks[first], .. blocks.Skip(first + 1).TakeWhile(block => block.Kind == BlockKind.TableRow)],
            _ => [blocks[first]],
        };
    }

    private static bool IsInList(TextBlock block) => block.Kind == BlockKind.ListItem || block.Depth > 0;

    private bool Fits(IEnumerable<TextBlock> blocks) => WordCount(blocks) <= options.Value.Limits.MaxPassageWords;

    private static bool Introduces(TextBlock block) => block.Kind == BlockKind.Prose && block.Text.EndsWith(':');

    private static int WordCount(IEnumerable<TextBlock> blocks) => blocks.Sum(block => LongBlock.WordCount(block.Text));
}

/// <summary>The content under one heading, down to the next.</summary>
/// <param name="Headings">The heading trail, outermost first, without the title.</param>
/// <param name="Blocks">The blocks in reading order; may be empty.</param>
/// <param name="Box">The title of the box it is, as of a note or warning; null where it is none.</param>
public sealed record Section(IReadOnlyList<string> Headings, IReadOnlyList<TextBlock> Blocks, string? Box = null);
