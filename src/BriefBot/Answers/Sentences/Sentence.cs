using BriefBot.Knowledge.Articles;

namespace BriefBot.Answers.Sentences;

/// <summary>A sentence of a passage, with what its ranking needs to know of it whatever is asked.</summary>
internal sealed class Sentence
{
    private readonly Lazy<IReadOnlyList<Fact>> _facts;

    public Sentence(TextBlock block, TextSpan span, int ordinal, IReadOnlyList<Word> words, Sentence? header)
    {
        Header = header;
        Block = block;
        Span = span;
        Ordinal = ordinal;
        Words = words;
        Text = block.Text.Substring(span.Start, span.Length);
        _facts = new Lazy<IReadOnlyList<Fact>>(() => WrittenFacts.In(Text));
    }

    private Sentence(Sentence other, IReadOnlyList<Word> words)
    {
        (Header, Block, Span, Ordinal, Text, _facts) = (other.Header, other.Block, other.Span, other.Ordinal, other.Text, other._facts);
        Words = words;
    }

    /// <summary>The block it stands in.</summary>
    public TextBlock Block { get; }

    /// <summary>Where in the block's text it stands.</summary>
    public TextSpan Span { get; }

    /// <summary>Its 0-based place among the sentences of its passage.</summary>
    public int Ordinal { get; }

    /// <summary>Its words without stop words, in order; after them those of its header.</summary>
    public IReadOnlyList<Word> Words { get; }

    /// <summary>Its words without those of its header.</summary>
    public IEnumerable<Word> OwnWords => Words.Take(Words.Count - (Header?.Words.Count ?? 0));

    /// <summary>What a row of a table or an item of a list can't be understood without: the first row, the line that introduces the list.</summary>
    public Sentence? Header { get; }

    /// <summary>The words as they stand in the article.</summary>
    public string Text { get; }

    /// <summary>The dates, numbers and names in <see cref="Text"/>.</summary>
    public IReadOnlyList<Fact> Facts => _facts.Value;

    /// <summary>The 1-based line, page or paragraph of the file at which it begins.</summary>
    public int FirstPlace => Block.PlaceAt(Span.Start);

    /// <summary>The one at which it ends.</summary>
    public int LastPlace => Block.PlaceAt(Span.End - 1);

    /// <summary>The same sentence, its words read as others.</summary>
    public Sentence With(IReadOnlyList<Word> words) => new(this, words);
}
