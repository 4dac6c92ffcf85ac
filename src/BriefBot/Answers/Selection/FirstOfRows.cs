using System.Globalization;
using System.Text.RegularExpressions;
using BriefBot.Answers.Language;
using BriefBot.Answers.Ranking;
using BriefBot.Answers.Understanding;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Answers.Selection;

/// <summary>Finds the table row with the highest or lowest value where that is asked for.</summary>
internal static partial class FirstOfRows
{
    /// <summary>Title, headings, header row and rows of the table must hold this share of the question.</summary>
    private const double LeastHeld = 0.5;

    /// <summary>
    /// Returns that row before all other units, and how many rows were compared; the units as they are and 0 where there is none, or
    /// several have as much.
    /// </summary>
    public static (IReadOnlyList<ScoredUnit> Units, int Rows) Select(QuestionMatch match, IReadOnlyList<ScoredUnit> ranked)
    {
        if (match.Question.Superlative is not { } asked)
        {
            return (ranked, 0);
        }

        var tables = ranked
            .Where(scored => scored.Candidate.Unit.Kind == UnitKind.TableRow)
            .GroupBy(scored => (scored.Candidate.Source.Passage.Id, scored.Candidate.Source.Sentences[scored.Candidate.Unit.First].Header));
        foreach (var table in tables.Where(table => table.Key.Header is not null))
        {
            ScoredUnit[] rows = [.. table];
            var source = rows[0].Candidate.Source;
            var header = TableCells.Split(source.Sentences[table.Key.Header!.Value].Text);
            if (
                Held(match, rows) >= LeastHeld
                && Column(match, asked, header, rows) is { } column
                && First(asked, column, rows) is { } first
            )
            {
                return (
                    [
                        first with
                        {
                            Score = ranked[0].Score,
                        },
                        .. ranked.Where(scored => scored.Candidate.Source.Passage.Id != source.Passage.Id),
                    ],
                    rows.Length
                );
            }
        }

        return (ranked, 0);
    }

    private static double Held(QuestionMatch match, ScoredUnit[] rows)
    {
        var source = rows[0].Candidate.Source;
        return QuestionMatch.Weighted(
            match.Related([
                .. source.Title,
                .. source.Headings,
                .. rows.SelectMany(row => row.Candidate.All).SelectMany(sentence => sentence.Words).Select(word => word.Term),
            ]),
            match.Weights
        );
    }

    /// <summary>Returns the numeric column named by the question or by the measure compared; otherwise the only numeric one.</summary>
    private static int? Column(QuestionMatch match, Superlative asked, string[] header, ScoredUnit[] rows)
    {
        int[] numbers =
        [
            .. Enumerable.Range(1, Math.Max(header.Length - 1, 0)).Where(column => rows.Count(row => Number(row, column) is not null) >= 2),
        ];
        bool IsNamed(int column, IEnumerable<string> words) =>
            words.Any(word => Word().Matches(header[column].ToLowerInvariant()).Any(cell => cell.Value == word));
        var named = numbers.Where(column => IsNamed(column, match.Question.Words.Where(word => !FunctionWords.Contains(word)))).ToArray();
        named = named.Length > 0 ? named : [.. numbers.Where(column => IsNamed(column, asked.Measure))];
        return named is [var only] ? only
            : named.Length == 0 && numbers is [var one] ? one
            : null;
    }

    private static ScoredUnit? First(Superlative asked, int column, ScoredUnit[] rows)
    {
        var values = rows.Select(row => (Row: row, Value: Number(row, column)))
            .Where(row => row.Value is not null)
            .OrderBy(row => asked.IsMost ? -row.Value : row.Value)
            .ToArray();
        return values.Length < 2 || values[0].Value == values[1].Value ? null : values[0].Row;
    }

    /// <summary>Returns the first number of a cell; "free" is 0.</summary>
    private static double? Number(ScoredUnit row, int column)
    {
        var cells = TableCells.Split(row.Candidate.Source.Sentences[row.Candidate.Unit.First].Text);
        return column >= cells.Length ? null
            : Figure().Match(cells[column]) is { Success: true } figure
                ? double.Parse(figure.Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture)
            : cells[column].Trim().Equals("free", StringComparison.OrdinalIgnoreCase) ? 0
            : null;
    }

    [GeneratedRegex(@"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?", RegexOptions.NonBacktracking)]
    private static partial Regex Figure();

    [GeneratedRegex(@"[\p{L}\p{N}²/]+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
