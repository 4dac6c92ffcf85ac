using BriefBot.Knowledge.Articles;
using BriefBot.Retrieval;

namespace BriefBot.Answers.Entailment;

/// <summary>Checks that a sentence speaks of the row and the column of its proof.</summary>
internal static class TableCheck
{
    public static UnsupportedReason? Check(ParsedSentence said, IReadOnlyList<QuotedRow> rows, ITextAnalyzer analyzer)
    {
        var terms = said.Words.Select(word => word.Term).ToHashSet(StringComparer.Ordinal);
        HashSet<string> Terms(string cell) => [.. analyzer.Analyze(cell).Select(token => token.Term)];
        return rows.Any(row =>
                IsOfAnother(Terms(TableCells.Split(row.Row)[0]), [.. row.Others.Select(other => Terms(TableCells.Split(other)[0]))], terms)
            )
                ? UnsupportedReason.Name
            : rows is [{ Header: { } header } only] && IsOfAnotherColumn(said, only.Row, header, terms, Terms, analyzer)
                ? UnsupportedReason.Number
            : null;
    }

    /// <summary>Returns whether the sentence names another of several things, and not the one that is meant.</summary>
    private static bool IsOfAnother(HashSet<string> meant, IReadOnlyList<HashSet<string>> others, HashSet<string> said)
    {
        bool Names(IEnumerable<string> own, HashSet<string> other) =>
            own.Except(other) is var telling && telling.Any() && telling.All(said.Contains);
        return others.Any(other => Names(other, meant) && !meant.Except(other).Any(said.Contains));
    }

    /// <summary>
    /// Returns whether the only number or time of the sentence is in one of several similar columns while the sentence names another.
    /// </summary>
    private static bool IsOfAnotherColumn(
        ParsedSentence said,
        string row,
        string header,
        HashSet<string> terms,
        Func<string, HashSet<string>> read,
        ITextAnalyzer analyzer
    )
    {
        var heads = TableCells.Split(header);
        var cells = TableCells.Split(row).Select(cell => new ParsedSentence(cell, analyzer)).Take(heads.Length).ToArray();
        TimeOfDay[] times = [.. said.Dates.Select(date => date.Time).OfType<TimeOfDay>()];
        int[] Columns(Func<ParsedSentence, bool> holds) =>
            [.. Enumerable.Range(1, Math.Max(cells.Length - 1, 0)).Where(i => holds(cells[i]))];
        bool IsOf(int[] holding, int[] alike) =>
            holding is [var column]
            && IsOfAnother(read(heads[column]), [.. alike.Where(other => other != column).Select(other => read(heads[other]))], terms);
        return said.Quantities is [var number]
            ? IsOf(
                Columns(cell => cell.Quantities.Any(other => other.Holds(number) && AreAlike(other, number))),
                Columns(cell => cell.Quantities.Any(other => AreAlike(other, number)))
            )
            : times is [var time]
                && IsOf(
                    Columns(cell => cell.Dates.Any(date => date.Time?.Holds(time) == true)),
                    Columns(cell => cell.Dates.Any(date => date.Time is not null))
                );
    }

    private static bool AreAlike(Quantity cell, Quantity said) =>
        cell is { Unit: null, IsCount: false } || Units.Convert(1, cell.Unit).Unit == Units.Convert(1, said.Unit).Unit;
}
