using BriefBot.Knowledge.Articles;

namespace BriefBot.Knowledge.Checking;

/// <summary>
/// Finds text that can never be an answer because a part is missing: labels, questions and header rows that nothing follows, tables without
/// column names.
/// </summary>
internal static class UnfindableText
{
    /// <summary>Returns at most one warning of each kind, at the first place.</summary>
    public static IEnumerable<Problem> Check(Article article)
    {
        GatheredProblems labels = new(),
            questions = new(),
            headers = new(),
            tables = new();
        foreach (var (i, passage) in article.Passages.Index())
        {
            if (i + 1 == article.Passages.Count || !IsWithin(article.Passages[i + 1], passage))
            {
                AddLast(passage, labels, questions);
            }

            AddTables(passage, headers, tables);
        }

        return
        [
            .. labels.Tell(
                "This ends in a colon, but nothing follows it under its heading, so no question finds it. Add what belongs there, or remove it."
            ),
            .. questions.Tell("This is a question without an answer under the same heading. Add the answer below it, or remove it."),
            .. headers.Tell("This table has a header but no other rows. Add some, or remove the table."),
            .. tables.Tell("This table doesn’t name its columns, so questions can’t refer to a column. Add a header row."),
        ];
    }

    /// <summary>Returns whether a passage is under the headings of the one before it.</summary>
    private static bool IsWithin(Passage passage, Passage before) =>
        passage.Headings.Take(before.Headings.Count).SequenceEqual(before.Headings);

    /// <summary>Adds the end of a section that belongs to no answer.</summary>
    private static void AddLast(Passage passage, GatheredProblems labels, GatheredProblems questions)
    {
        var (block, first) = (passage.Blocks[^1], passage.Blocks.SkipLast(1).Sum(other => SentenceSplitter.Cut(other).Count));
        if (block.Kind != BlockKind.Prose || UnitCutter.Cut(passage).Any(unit => unit.Ordinals.Contains(first)))
        {
            return;
        }

        labels.Add(passage, block, block.Text.EndsWith(':') && block.Text.Any(char.IsLetter) ? 0 : null);
        questions.Add(passage, block, block.Text.EndsWith('?') ? 0 : null);
    }

    private static void AddTables(Passage passage, GatheredProblems headers, GatheredProblems tables)
    {
        BlockKind? before = null;
        foreach (var (i, block) in passage.Blocks.Index())
        {
            var isFollowed = i + 1 < passage.Blocks.Count && passage.Blocks[i + 1].Kind == BlockKind.TableRow;
            headers.Add(passage, block, block.Kind == BlockKind.TableHeader && !isFollowed ? 0 : null);
            var isFirst = block.Kind == BlockKind.TableRow && before is not (BlockKind.TableHeader or BlockKind.TableRow);
            tables.Add(passage, block, isFirst && isFollowed && TableCells.Split(block.Text).Length > 1 ? 0 : null);
            before = block.Kind;
        }
    }
}
