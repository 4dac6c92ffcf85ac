using BriefBot.Knowledge.Articles;
using BriefBot.Retrieval;

namespace BriefBot.Answers.Support;

/// <summary>Whether a sentence speaks of the row, and of the column, that its proof stands in.</summary>
internal static class TableCheck
{
    public static Unsupported? Of(Statement said, IReadOnlyList<QuotedRow> rows, ITextAnalyzer analyzer)
    {
        var terms = said.Words.Select(word => word.Term).ToHashSet(StringComparer.Ordinal);
        HashSet<string> Terms(string cell) => [.. analyzer.Analyze(cell).Select(token => token.Term)];
        return rows.Any(row => IsOfAnother(Terms(TableCells.Split(row.Row)[0]), [.. row.Others.Select(other => Terms(TableCells.Split(other)[0]))], terms)) ? Unsupported.Name
            : rows is [{ Header: { } header } only] && said.Quantities is [var number] && IsOfAnotherColumn(number, only.Row, header, terms, Terms, analyzer) ? Unsupported.Number
            : null;
    }

    /// <summary>Whether the sentence names another of several things, and not the one that is meant.</summary>
    private static bool IsOfAnother(HashSet<string> meant, IReadOnlyList<HashSet<string>> others, HashSet<string> said)
    {
        bool Names(IEnumerable<string> own, HashSet<string> other) => own.Except(other) is var telling && telling.Any() && telling.All(said.Contains);
        return others.Any(other => Names(other, meant) && !meant.Except(other).Any(said.Contains));
    }

    private static bool IsOfAnotherColumn(Quantity number, string row, string header, HashSet<string> said, Func<string, HashSet<string>> terms, ITextAnalyzer analyzer)
    {
        var (cells, heads) = (TableCells.Split(row), TableCells.Split(header));
        var columns = Enumerable.Range(1, Math.Max(Math.Min(cells.Length, heads.Length) - 1, 0))
            .SelectMany(i => new Statement(cells[i], analyzer).Quantities.Select(quantity => (Column: i, Quantity: quantity)))
            .Where(cell => IsOfOneKind(cell.Quantity, number)).ToArray();
        return columns.Where(cell => cell.Quantity.Holds(number)).Select(cell => cell.Column).Distinct().ToArray() is [var column]
            && IsOfAnother(terms(heads[column]), [.. columns.Select(cell => cell.Column).Distinct().Where(other => other != column).Select(other => terms(heads[other]))], said);
    }

    private static bool IsOfOneKind(Quantity one, Quantity other) => Units.Convert(1, one.Unit).Unit == Units.Convert(1, other.Unit).Unit;
}
