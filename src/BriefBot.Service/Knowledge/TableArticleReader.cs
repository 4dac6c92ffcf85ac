using BriefBot.Knowledge;
using BriefBot.Knowledge.Articles;
using Microsoft.Extensions.Options;
using nietras.SeparatedValues;

namespace BriefBot.Service.Knowledge;

/// <summary>
/// Reads tables of comma-, semicolon- or tab-separated values by Sep: the first row names the columns unless it holds numbers.
/// </summary>
internal sealed class TableArticleReader(PassageCutter cutter, IOptions<KnowledgeOptions> options) : IArticleReader
{
    private const string Separators = ",;\t|";

    public IReadOnlyCollection<string> Extensions { get; } = [".csv", ".tsv"];

    public ReadResult Read(string path, ReadOnlyMemory<byte> content)
    {
        var (text, problem) = ArticleText.Decode(path, content.Span, options.Value.Limits.LineLength);
        if (problem is { Severity: Severity.Error })
        {
            return new ReadResult.Failed(problem);
        }

        try
        {
            var (sections, warning) = Sections(path, text);
            return new ArticleParts
            {
                Path = path,
                Content = content,
                Sections = sections,
                Warnings = [.. Problem.Some(problem), .. Problem.Some(OpenQuote(path, text)), .. Problem.Some(warning)],
            }.Cut(cutter);
        }
        catch (Exception e) when (e is InvalidDataException or NotSupportedException or ArgumentException)
        {
            return new ReadResult.Failed(
                new Problem(
                    path,
                    null,
                    "This isn’t a valid CSV file: a quotation mark may be left open, or a cell is too long. Save it as CSV again."
                )
            );
        }
    }

    /// <summary>Returns a warning where the last quotation mark is not closed, so that all after it is one cell; otherwise null.</summary>
    private static Problem? OpenQuote(string path, string text)
    {
        var (isOpen, line, opened) = (false, 1, 1);
        foreach (var character in text)
        {
            line += character == '\n' ? 1 : 0;
            (isOpen, opened) = character == '"' ? (!isOpen, isOpen ? opened : line) : (isOpen, opened);
        }

        return isOpen
            ? new Problem(path, opened, "The quotation mark here isn’t closed, so the rest of the file is one cell. Close it.")
            {
                Severity = Severity.Warning,
            }
            : null;
    }

    private static Problem Nameless(string path, int line) =>
        new(path, line, "A column has no name in the header row, so questions can’t refer to it. Name it.") { Severity = Severity.Warning };

    private static Problem TooWide(string path, int line, int cells, int named) =>
        new(
            path,
            line,
            $"This row has {cells} cells and the header row {named}, so cells may stand under the wrong name. Put a cell that holds the separator "
                + "in quotation marks."
        )
        {
            Severity = Severity.Warning,
        };

    /// <summary>Returns the separator that is most frequent in the first line that is not blank.</summary>
    private static char Separator(string text)
    {
        var first = text.AsSpan().TrimStart();
        var line = first[..(first.IndexOf('\n') is >= 0 and var end ? end : first.Length)].ToString();
        return Separators.MaxBy(separator => line.Count(character => character == separator));
    }

    /// <summary>Returns the rows, and a warning where one of them has more cells than the header row, or a column has no name.</summary>
    private static (SectionBuilder Sections, Problem? Warning) Sections(string path, string text)
    {
        var sections = new SectionBuilder();
        var separator = path.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase) ? '\t' : Separator(text);
        using var reader = new Sep(separator)
            .Reader(given => given with { HasHeader = false, Unescape = true, DisableColCountCheck = true })
            .FromText(text);
        var isFirst = true;
        var named = int.MaxValue;
        Problem? warning = null;
        foreach (var row in reader)
        {
            // Without a header row of its own Sep gives the first row the line of the second.
            var line = row.RowIndex == 0 ? 1 : row.LineNumberFrom;
            var rendered = new RenderedText();
            var (isNamed, cells) = (false, 0);
            for (var column = 0; column < row.ColCount; column++)
            {
                var cell = row[column].Span;
                isNamed |= cell.ContainsAnyInRange('0', '9');
                cells = cell.IsWhiteSpace() ? cells : column + 1;
                rendered.AddCell(column, line);
                rendered.Add(cell, line);
            }

            if (
                rendered.ToBlock(isFirst && !isNamed ? BlockKind.TableHeader : BlockKind.TableRow) is { } block
                && block.Text.Any(character => character is not ('|' or ' '))
            )
            {
                sections.Add(block);
                if (block.Kind == BlockKind.TableHeader)
                {
                    named = cells;
                    warning = TableCells.Split(block.Text).Take(cells).Any(string.IsNullOrWhiteSpace) ? Nameless(path, line) : null;
                }

                warning ??= cells > named ? TooWide(path, line, cells, named) : null;
                isFirst = false;
            }
        }

        return (sections, warning);
    }
}
