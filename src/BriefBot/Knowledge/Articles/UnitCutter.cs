namespace BriefBot.Knowledge.Articles;

/// <summary>
/// Cuts a passage into the units that can answer: paragraphs, sentences of long ones, list items, lists, table rows, tables, code, and
/// short sections as a whole.
/// </summary>
/// <remarks>Code comes with the line that announces it. Units overlap. A question, or a label without its value, is no unit.</remarks>
internal sealed class UnitCutter
{
    /// <summary>Maximum number of words of a paragraph that is no sentence and belongs to the next block.</summary>
    private const int ShortParagraph = 8;

    /// <summary>A paragraph of more words is said sentence by sentence.</summary>
    private const int LongParagraph = 60;

    /// <summary>Maximum number of words of a section that may be shown whole; <see cref="PassageCutter"/> keeps it together.</summary>
    public const int ShortSection = 90;

    /// <summary>A list of more words is not said whole.</summary>
    private const int LongList = 200;

    /// <summary>Maximum number of list items or rows shown at once.</summary>
    public const int MostItems = 12;

    private readonly IReadOnlyList<TextBlock> _blocks;
    private readonly int[] _first;
    private readonly List<AnswerUnit> _units = [];
    private readonly List<int> _announced = [];

    private UnitCutter(Passage passage)
    {
        _blocks = passage.Blocks;
        _first = new int[_blocks.Count + 1];
        for (var i = 0; i < _blocks.Count; i++)
        {
            _first[i + 1] = _first[i] + SentenceSplitter.Cut(_blocks[i]).Count;
        }
    }

    /// <summary>Returns the units in reading order, a whole after its parts; empty where nothing in the passage is an answer.</summary>
    public static IReadOnlyList<AnswerUnit> Cut(Passage passage)
    {
        var cutter = new UnitCutter(passage);
        cutter.CutBlocks();
        return cutter._units;
    }

    private void CutBlocks()
    {
        for (var i = 0; i < _blocks.Count; )
        {
            i = (_blocks[i].Kind, _blocks[i].Depth) switch
            {
                (BlockKind.ListItem, _) or (_, > 0) => AddList(i),
                (BlockKind.TableHeader or BlockKind.TableRow, _) => AddTable(i),
                (BlockKind.Code, _) => AddCode(i),
                _ => AddParagraph(i),
            };
        }

        var words = _blocks.Sum(block => LongBlock.WordCount(block.Text));
        if (
            _blocks.Count > 1
            && _units.Count > 1
            && words <= ShortSection
            && _blocks.All(block => block.Kind is not (BlockKind.TableHeader or BlockKind.TableRow))
            && !_units.Exists(unit => unit.Ordinals.Count() == _first[^1])
        )
        {
            _units.Add(new AnswerUnit(UnitKind.Section, [], 0, _first[^1] - 1));
        }
    }

    private int AddParagraph(int i)
    {
        var text = _blocks[i].Text;
        var words = LongBlock.WordCount(text);
        var announces = text.EndsWith(':');
        if (
            i + 1 < _blocks.Count
            && words <= LongParagraph
            && (announces || IsQuestion(i) || (words <= ShortParagraph && text[^1] is not ('.' or '!')))
            && _announced.Count < 3
        )
        {
            _announced.Add(i);
            return i + 1;
        }

        if (words <= LongParagraph)
        {
            // The last of a section: a label whose value is missing, or a question without its answer, says nothing.
            if (!announces && !IsQuestion(i))
            {
                Add(UnitKind.Paragraph, Introduction(), i, i);
            }
        }
        else
        {
            var introduction = Introduction();
            var last = _first[i + 1] - (announces ? 1 : 0);
            for (var sentence = _first[i]; sentence < last; sentence++)
            {
                _units.Add(new AnswerUnit(UnitKind.Sentence, sentence == _first[i] ? introduction : [], sentence, sentence));
            }
        }

        _announced.Clear();
        return i + 1;
    }

    private int AddList(int i)
    {
        var end = i;
        while (end < _blocks.Count && (_blocks[end].Kind == BlockKind.ListItem || _blocks[end].Depth > 0))
        {
            end++;
        }

        int[] begins = [.. Enumerable.Range(i, end - i).Where(at => at == i || _blocks[at].BeginsItem || _blocks[at].Depth == 0)];
        var introduction = IntroductionBefore(i);
        var outermost = begins.Min(at => _blocks[at].Depth);
        foreach (var at in begins)
        {
            Add(UnitKind.ListItem, [.. introduction, .. Parents(at, begins)], at, EndOfItem(at, begins, end) - 1);
        }

        int[] outer = [.. begins.Where(at => _blocks[at].Depth == outermost)];
        foreach (var items in outer.Chunk(MostItems))
        {
            var last = EndOfItem(items[^1], begins, end) - 1;
            if (
                (items.Length > 1 || items[0] > i)
                && Enumerable.Range(items[0], last - items[0] + 1).Sum(at => LongBlock.WordCount(_blocks[at].Text)) <= LongList
            )
            {
                Add(UnitKind.List, introduction, items[0], last, outer.Count(at => at > items[^1]));
            }
        }

        _announced.Clear();
        return end;
    }

    private int EndOfItem(int at, int[] begins, int end) =>
        begins.FirstOrDefault(other => other > at && _blocks[other].Depth <= _blocks[at].Depth, end);

    /// <summary>The first sentence of each item that the one at <paramref name="at"/> is nested in.</summary>
    private List<int> Parents(int at, int[] begins)
    {
        var depth = _blocks[at].Depth;
        var parents = new List<int>();
        foreach (var other in begins.Where(other => other < at).Reverse())
        {
            if (_blocks[other].Depth < depth)
            {
                depth = _blocks[other].Depth;
                parents.Insert(0, _first[other]);
            }
        }

        return parents;
    }

    private int AddTable(int i)
    {
        var rows = i + (_blocks[i].Kind == BlockKind.TableHeader ? 1 : 0);
        var end = rows;
        while (end < _blocks.Count && _blocks[end].Kind == BlockKind.TableRow)
        {
            end++;
        }

        int[] header = rows > i ? [.. Sentences(i)] : [];
        for (var row = rows; row < end; row++)
        {
            Add(UnitKind.TableRow, header, row, row);
        }

        if (end - rows is > 1 and <= MostItems)
        {
            Add(UnitKind.Table, [.. IntroductionBefore(i), .. header], rows, end - 1);
        }

        _announced.Clear();
        return Math.Max(end, i + 1);
    }

    private int AddCode(int i)
    {
        var end = i;
        while (end < _blocks.Count && _blocks[end].Kind == BlockKind.Code && _blocks[end].Depth == 0)
        {
            end++;
        }

        var announced = IntroductionBefore(i);
        Add(
            UnitKind.Code,
            announced.Length == 0 && i > 0 && _blocks[i - 1].Kind == BlockKind.Prose ? [_first[i] - 1] : announced,
            i,
            end - 1
        );
        _announced.Clear();
        return end;
    }

    /// <summary>Returns and clears the short paragraphs that announce the next block.</summary>
    private int[] Introduction() => [.. _announced.SelectMany(Sentences)];

    /// <summary>The same, or the last sentence of a longer paragraph that ends in a colon.</summary>
    private int[] IntroductionBefore(int i) =>
        _announced.Count > 0 || i == 0 || !_blocks[i - 1].Text.EndsWith(':') || _blocks[i - 1].Kind != BlockKind.Prose
            ? Introduction()
            : [_first[i] - 1];

    private bool IsQuestion(int i) => _blocks[i].Text.EndsWith('?') && _first[i + 1] - _first[i] == 1;

    private IEnumerable<int> Sentences(int i) => Enumerable.Range(_first[i], _first[i + 1] - _first[i]);

    private void Add(UnitKind kind, IReadOnlyList<int> introduction, int firstBlock, int lastBlock, int itemsLeft = 0)
    {
        if (_first[lastBlock + 1] > _first[firstBlock])
        {
            _units.Add(new AnswerUnit(kind, introduction, _first[firstBlock], _first[lastBlock + 1] - 1) { ItemsLeft = itemsLeft });
        }
    }
}
