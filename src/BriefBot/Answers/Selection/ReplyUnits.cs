using BriefBot.Answers.Language;
using BriefBot.Answers.Ranking;
using BriefBot.Answers.Understanding;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Answers.Selection;

/// <summary>
/// Selects the content of a reply: the best unit and others with a close score, each with its introduction, a sentence with the one it
/// refers to, and nothing twice.
/// </summary>
/// <param name="model">The weights.</param>
/// <param name="maxUnits">The most units of a reply, from 1.</param>
internal sealed class ReplyUnits(RankingModel model, int maxUnits)
{
    /// <summary>Two texts that share more of their words than this say the same.</summary>
    private const double SameShare = 0.7;

    /// <summary>A sentence that leans on one that leans again goes no further back than this.</summary>
    private const int MaxLeaning = 2;

    /// <summary>Returns the quotations in the order of the reply; empty only where nothing is eligible.</summary>
    public IReadOnlyList<QuotedText> Choose(RankedUnits retrieved)
    {
        var (ranked, weights) = (retrieved.Fitting, model.For(retrieved.Found));
        var said = new List<(Sentence Sentence, PassageSentences Source, int Part)>();
        var left = new Dictionary<int, int>();
        var units = 0;
        foreach (var scored in ranked)
        {
            if (units == maxUnits || !IsClose(weights, ranked[0].Score - scored.Score, units))
            {
                break;
            }

            if (!Says(said, scored.Candidate) && (units == 0 || !IsApart(retrieved.Match, ranked[0].Candidate, scored.Candidate)))
            {
                AddUnit(said, retrieved.Match, scored.Candidate, units);
                left[units] = scored.Candidate.Unit.ItemsLeft;
                units = scored.Candidate.Unit.Kind == UnitKind.Sentence ? said.Count : units + 1;
            }
        }

        QuotedText[] quotations = [.. WithAskedColumn(retrieved.Match, Joined(said))];
        return
        [
            .. quotations.Select(
                (quotation, i) =>
                    i + 1 < quotations.Length && quotations[i + 1].Part == quotation.Part
                        ? quotation
                        : quotation with
                        {
                            ItemsLeft = left.GetValueOrDefault(quotation.Part),
                        }
            ),
        ];
    }

    /// <summary>Returns a unit as it is said alone, with its introduction.</summary>
    public static IReadOnlyList<QuotedText> Whole(QuestionMatch match, Candidate candidate) =>
        [.. WithAskedColumn(match, Joined([.. candidate.All.Select(sentence => (sentence, candidate.Source, 0))]))];

    /// <summary>
    /// Reduces a single row, and the row of column names, to the first column and the one asked for, where the question names one.
    /// </summary>
    private static IEnumerable<QuotedText> WithAskedColumn(QuestionMatch match, IEnumerable<QuotedText> quotations)
    {
        foreach (var part in quotations.GroupBy(quotation => quotation.Part))
        {
            QuotedText[] all = [.. part],
                rows = [.. all.Where(quotation => quotation.Sentences[0].Block.Kind == BlockKind.TableRow)];
            var isSingle = rows.Length == 1 && match.Question.Superlative is null;
            var column =
                isSingle
                && rows is [{ Sentences: [{ Header: { } header } row] } quotation]
                && quotation.Source.Sentences[header].Block.Kind == BlockKind.TableHeader
                    ? AskedColumn(match, quotation.Source.Sentences[header], row)
                    : null;
            foreach (var one in all)
            {
                yield return column is { } asked && one.Sentences[0].Block.Kind is BlockKind.TableHeader or BlockKind.TableRow
                    ? one with
                    {
                        Columns = [0, asked],
                    }
                    : one;
            }
        }
    }

    /// <summary>
    /// Returns the column after the first whose name covers most of the question, and of several the one with the fewest other words.
    /// </summary>
    /// <remarks>
    /// Null where there is none or more than one, or where the cell is part of the question, which then identifies the row.
    /// </remarks>
    private static int? AskedColumn(QuestionMatch match, Sentence header, Sentence row)
    {
        string[][] names = [.. Cells(header)],
            cells = [.. Cells(row)];
        if (names.Length < 3 || names.Length != cells.Length)
        {
            return null;
        }

        var best = Enumerable
            .Range(1, names.Length - 1)
            .Select(column =>
                (Column: column, Asked: match.Share(match.Held(names[column])), Else: names[column].Count(word => match.PlaceOf(word) < 0))
            )
            .OrderByDescending(one => one.Asked)
            .ThenBy(one => one.Else)
            .ToArray();
        return
            best[0].Asked > 0
            && (best[0].Asked > best[1].Asked || best[0].Else < best[1].Else)
            && !cells[best[0].Column].Any(word => match.PlaceOf(word) >= 0)
            ? best[0].Column
            : null;
    }

    /// <summary>The analysed words of each cell of a row.</summary>
    private static IEnumerable<string[]> Cells(Sentence row)
    {
        var from = 0;
        foreach (var cell in TableCells.Split(row.Text))
        {
            var start = cell.Length == 0 ? from : row.Text.IndexOf(cell, from, StringComparison.Ordinal);
            from = start + cell.Length;
            yield return [.. row.OwnWords.Where(word => word.Start >= start && word.Start < from).Select(word => word.Term).Distinct()];
        }
    }

    /// <summary>Returns whether a unit must not be shown with the best one.</summary>
    /// <remarks>
    /// These are the next items of a long list, which "more" shows, and units under another product, town or version that lack a name or
    /// number of the question under which the best one is.
    /// </remarks>
    private static bool IsApart(QuestionMatch match, Candidate best, Candidate other)
    {
        if (best.Unit is { Kind: UnitKind.List, ItemsLeft: > 0 } && other.Source == best.Source && other.Unit.First > best.Unit.Last)
        {
            return true;
        }

        var held = other
            .All.SelectMany(sentence => sentence.OwnWords)
            .Select(word => word.Term)
            .Concat(other.Source.Title)
            .Concat(other.Source.Headings)
            .ToHashSet();
        return best
            .Source.Title.Concat(best.Source.Headings)
            .Any(term =>
                match.PlaceOf(term) >= 0 && (match.Question.Names.Contains(term) || term.Any(char.IsAsciiDigit)) && !held.Contains(term)
            );
    }

    private static bool IsClose(RankingModel weights, double gap, int place) =>
        place == 0 || gap < (place == 1 ? weights.SecondWithin : weights.FurtherWithin);

    /// <summary>
    /// Adds the sentences of a unit that are not shown yet; a sentence of a long paragraph with the one it refers to, as far as there is
    /// room.
    /// </summary>
    private void AddUnit(
        List<(Sentence Sentence, PassageSentences Source, int Part)> said,
        QuestionMatch match,
        Candidate candidate,
        int part
    )
    {
        var (source, unit) = (candidate.Source, candidate.Unit);
        var first = unit.First;
        if (unit.Kind == UnitKind.Sentence)
        {
            for (var i = 0; i < MaxLeaning && first > 0 && LeaningSentence.Leans(source.Sentences[first].Text); i++)
            {
                first--;
            }

            // The best sentence is always shown; the one it refers to when there is room.
            first = Math.Max(first, unit.First - Math.Max(maxUnits - said.Count - 1, 0));
        }

        IReadOnlyList<int> own = [.. Enumerable.Range(first, unit.Last - first + 1)];
        foreach (var ordinal in unit.Introduction.Concat(unit.Kind is UnitKind.Paragraph ? AskedRelation.Asked(match, source, own) : own))
        {
            var sentence = source.Sentences[ordinal];
            if (
                !said.Exists(one => one.Sentence.Ordinal == ordinal && one.Source.Passage.Id == source.Passage.Id)
                && !IsSaid(said, sentence)
            )
            {
                said.Add((sentence, source, part));
            }
        }
    }

    private static bool IsSaid(List<(Sentence Sentence, PassageSentences Source, int Part)> said, Sentence sentence) =>
        said.Exists(one => one.Sentence.Text == sentence.Text);

    /// <summary>Returns whether the selected sentences contain the unit, or so much of it that the rest would be a fragment.</summary>
    private static bool Says(List<(Sentence Sentence, PassageSentences Source, int Part)> said, Candidate candidate)
    {
        if (said.Count == 0)
        {
            return false;
        }

        var own = candidate.Sentences.ToArray();
        if (
            own.Any(sentence =>
                said.Exists(one => one.Sentence.Ordinal == sentence.Ordinal && one.Source.Passage.Id == candidate.Source.Passage.Id)
            )
        )
        {
            return true;
        }

        var words = own.SelectMany(sentence => sentence.OwnWords).Select(word => word.Term).ToHashSet();
        return said.GroupBy(one => one.Part)
                .Any(part => IsSame(words, [.. part.SelectMany(one => one.Sentence.OwnWords).Select(word => word.Term)]))
            || said.Exists(one => IsSame(words, [.. one.Sentence.OwnWords.Select(word => word.Term)]));
    }

    private static bool IsSame(HashSet<string> words, HashSet<string> others)
    {
        var shared = words.Count(others.Contains);
        return shared > SameShare * (words.Count + others.Count - shared);
    }

    /// <summary>Sentences in a row of one block are one quotation, as long as a quotation may be.</summary>
    private static IEnumerable<QuotedText> Joined(List<(Sentence Sentence, PassageSentences Source, int Part)> said)
    {
        for (var i = 0; i < said.Count; )
        {
            var (first, source, part) = said[i];
            var count = 1;
            while (
                i + count < said.Count
                && said[i + count].Part == part
                && said[i + count].Sentence.Block == first.Block
                && said[i + count].Sentence.Ordinal == first.Ordinal + count
                && said[i + count].Source == source
                && said[i + count].Sentence.Span.End - first.Span.Start <= SentenceSplitter.MaxLength
            )
            {
                count++;
            }

            yield return new QuotedText(source, [.. said.Skip(i).Take(count).Select(one => one.Sentence)]) { Part = part };
            i += count;
        }
    }
}
