using BriefBot.Knowledge.Articles;
using BriefBot.Retrieval;

namespace BriefBot.Answers.Language;

/// <summary>A sentence of a passage, with the data for ranking that does not depend on the question.</summary>
internal sealed record Sentence
{
    private readonly Lazy<IReadOnlyList<Fact>> _facts;
    private readonly Lazy<IReadOnlyList<Detail>> _details;
    private IReadOnlyList<Word>? _words;

    public Sentence(TextBlock block, TextSpan span, int ordinal)
    {
        Block = block;
        Span = span;
        Ordinal = ordinal;
        Text = block.Text.Substring(span.Start, span.Length);
        _details = new Lazy<IReadOnlyList<Detail>>(() => [.. Detail.Find(Text, OwnWords ?? [])]);
        _facts = new Lazy<IReadOnlyList<Fact>>(() => FactReader.Read(Text));
    }

    /// <summary>The block it belongs to.</summary>
    public TextBlock Block { get; }

    /// <summary>Its span in the block's text.</summary>
    public TextSpan Span { get; }

    /// <summary>Its 0-based place among the sentences of its passage.</summary>
    public int Ordinal { get; }

    /// <summary>The text, verbatim.</summary>
    public string Text { get; }

    /// <summary>Its words without stop words, in order.</summary>
    public required IReadOnlyList<Word> OwnWords
    {
        get;
        init => (field, _words) = (value, null);
    }

    /// <summary>The words of its header; empty where it has none.</summary>
    public IReadOnlyList<Word> HeaderWords
    {
        get;
        init => (field, _words) = (value, null);
    } = [];

    /// <summary>Its words and, after them, those of its header.</summary>
    public IReadOnlyList<Word> Words => _words ??= HeaderWords.Count == 0 ? OwnWords : [.. OwnWords, .. HeaderWords];

    /// <summary>
    /// Ordinal of the sentence needed to understand a table row or list item: the header row, or the line that introduces the list; null
    /// where there is none.
    /// </summary>
    public int? Header { get; init; }

    /// <summary>The words in it that say which one of several is meant.</summary>
    public IReadOnlyList<Detail> Details => _details.Value;

    /// <summary>The dates, numbers and names in <see cref="Text"/>.</summary>
    public IReadOnlyList<Fact> Facts => _facts.Value;

    /// <summary>The 1-based line, page or paragraph of the file at which it begins.</summary>
    public int FirstPlace => Block.PlaceAt(Span.Start);

    /// <summary>The one at which it ends.</summary>
    public int LastPlace => Block.PlaceAt(Span.End - 1);
}

/// <summary>A word of a sentence.</summary>
/// <param name="Term">Its analysed form.</param>
/// <param name="Spelt">Its spelling in the text, in lower case.</param>
/// <param name="Start">The 0-based offset of its first character in the sentence.</param>
internal readonly record struct Word(string Term, string Spelt, int Start)
{
    /// <summary>Returns the words of a text without stop words, in order.</summary>
    public static Word[] Analyze(string text, ITextAnalyzer analyzer) =>
        [.. analyzer.Analyze(text).Select(token => new Word(token.Term, text[token.Start..token.End].ToLowerInvariant(), token.Start))];
}
