using System.Security.Cryptography;
using System.Text;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Service.Retrieval.Embeddings;

/// <summary>
/// The texts of a passage that are embedded: each unit without parts, after its title and headings, a table row with its columns' names.
/// Immutable.
/// </summary>
/// <remarks>
/// For a table of more than two columns that may be shown whole each cell is embedded too, after the subject of its row. Longer tables hold
/// data, which is found by words.
/// </remarks>
internal sealed class UnitTexts
{
    /// <summary>The length of a key in bytes, before it is written as hexadecimal.</summary>
    private const int KeyBytes = 16;

    /// <summary>A row of fewer cells is as specific as a cell of it.</summary>
    private const int LeastCells = 3;

    private readonly List<string> _texts = [];
    private readonly List<int> _units = [];
    private readonly string _above;
    private readonly (string Text, BlockKind Kind)[] _sentences;

    public UnitTexts(Passage passage)
    {
        _above = string.Join(" > ", passage.Headings.Prepend(passage.Title).Concat(passage.Box is { } box ? [box] : Array.Empty<string>()));
        _sentences =
        [
            .. passage.Blocks.SelectMany(block =>
                SentenceSplitter.Cut(block).Select(span => (block.Text.Substring(span.Start, span.Length), block.Kind))
            ),
        ];
        Units = UnitCutter.Cut(passage);
        foreach (var (ordinal, unit) in Units.Index().Where(unit => !IsWhole(unit.Item)))
        {
            Add(ordinal, $"{_above}: {Text(unit)}");
            foreach (var cell in Cells(unit))
            {
                Add(ordinal, cell);
            }
        }

        Key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', _texts))).AsSpan(0, KeyBytes));
    }

    /// <summary>The units of the passage.</summary>
    public IReadOnlyList<AnswerUnit> Units { get; }

    /// <summary>The texts; those of one unit in a row, that of the whole unit first.</summary>
    public IReadOnlyList<string> Texts => _texts;

    /// <summary>For each text the ordinal of its unit.</summary>
    public IReadOnlyList<int> UnitOf => _units;

    /// <summary>The key of the vectors: the same for the same texts.</summary>
    public string Key { get; }

    private void Add(int unit, string text)
    {
        _units.Add(unit);
        _texts.Add(text);
    }

    private bool IsWhole(AnswerUnit unit) =>
        unit.Last > unit.First
        && Units.Any(other =>
            other != unit && unit.Holds(other.First) && unit.Holds(other.Last) && other.Last - other.First < unit.Last - unit.First
        );

    /// <summary>The row that names the columns of a unit, or null.</summary>
    private string? Header(AnswerUnit unit) =>
        unit.Introduction.Select(ordinal => _sentences[ordinal]).LastOrDefault(sentence => sentence.Kind == BlockKind.TableHeader).Text;

    private string Text(AnswerUnit unit)
    {
        var header = Header(unit);
        return string.Join(
            ' ',
            unit.Ordinals.Select(ordinal => _sentences[ordinal])
                .Where(sentence => sentence.Kind != BlockKind.TableHeader || header is null)
                .Select(sentence => sentence.Kind == BlockKind.TableRow && header is not null ? Row(header, sentence.Text) : sentence.Text)
        );
    }

    private static string Row(string header, string row)
    {
        var (columns, cells) = (TableCells.Split(header), TableCells.Split(row));
        return string.Join("; ", cells.Select((cell, i) => i < columns.Length && columns[i].Length > 0 ? $"{columns[i]}: {cell}" : cell));
    }

    private IEnumerable<string> Cells(AnswerUnit unit)
    {
        if (
            unit.Kind != UnitKind.TableRow
            || Header(unit) is not { } header
            || !Units.Any(whole => whole.Kind == UnitKind.Table && whole.Holds(unit.First))
        )
        {
            return [];
        }

        var (columns, cells) = (TableCells.Split(header), TableCells.Split(_sentences[unit.First].Text));
        return cells.Length < LeastCells
            ? []
            : cells
                .Zip(columns)
                .Skip(1)
                .Where(cell => cell.First.Length > 0 && cell.Second.Length > 0)
                .Select(cell => $"{_above}: {cells[0]} – {cell.Second}: {cell.First}");
    }
}
