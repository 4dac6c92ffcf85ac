using BriefBot.Knowledge.Articles;

namespace BriefBot.Service.Knowledge.HtmlFiles;

/// <summary>Gathers the text of an HTML file into blocks, with the place of each word.</summary>
/// <param name="sections">Receives the blocks.</param>
/// <param name="lines">Tells the lines of words; null where places are paragraphs.</param>
internal sealed class HtmlBlocks(SectionBuilder sections, SourceLines? lines)
{
    private RenderedText _text = new();

    /// <summary>Length of the block's text so far.</summary>
    public int Length => _text.Length;

    /// <summary>Adds text to the block.</summary>
    public void Add(string? text)
    {
        if (lines is null || text is null)
        {
            _text.Add(text, sections.NextParagraph);
            return;
        }

        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || char.IsWhiteSpace(text[i]))
            {
                var word = text.AsSpan(start, i - start);
                _text.Add(word, word.Length > 0 ? lines.LineOf(word) : 0);
                _text.Add(i < text.Length ? " " : "", 0);
                start = i + 1;
            }
        }
    }

    /// <summary>Begins a cell of a row, in its 0-based column.</summary>
    public void AddCell(int column)
    {
        _text.IsInCell = false;
        Add(column > 0 ? " | " : "");
        _text.IsInCell = true;
    }

    /// <summary>Makes the text added since a link.</summary>
    public void AddLink(int start, string? url) => _text.AddLink(start, url);

    /// <summary>Ends the block, and adds it where it has text.</summary>
    public void End(BlockKind kind) => sections.Add(Take(kind));

    /// <summary>Ends the block and returns it without adding it; null where it has no text.</summary>
    public TextBlock? Take(BlockKind kind)
    {
        var block = _text.ToBlock(kind);
        _text = new RenderedText();
        return block;
    }

    /// <summary>Code keeps its line breaks; lines of nothing but white space at either end are left out.</summary>
    public void AddCode(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()).SkipWhile(line => line.Length == 0);
        var code = string.Join('\n', lines).TrimEnd();
        if (code.Length > 0)
        {
            sections.Add(
                new TextBlock
                {
                    Text = code,
                    Kind = BlockKind.Code,
                    Places = [.. PlacesOf(code)],
                }
            );
        }
    }

    private IEnumerable<PlaceStart> PlacesOf(string code)
    {
        if (lines is null)
        {
            yield return new PlaceStart(0, sections.NextParagraph);
            yield break;
        }

        var (start, last) = (0, 0);
        foreach (var line in code.Split('\n'))
        {
            var place = Math.Max(lines.LineOf(line.Trim()), last);
            if (place > last)
            {
                yield return new PlaceStart(start, place);
            }

            (start, last) = (start + line.Length + 1, place);
        }
    }
}
