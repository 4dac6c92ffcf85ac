using System.Collections.Concurrent;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace BriefBot.Service.Retrieval;

/// <summary>
/// A text taken apart once for all the fields it is indexed in, as <see cref="LuceneAnalyzers"/> would for each; its words are
/// shared with all other texts. Immutable.
/// </summary>
internal sealed class AnalyzedText
{
    /// <summary>Maximum number of words cached with their stems; more than the frequent words of a folder.</summary>
    private const int MostWords = 50_000;

    private static readonly ConcurrentDictionary<string, Word> Words = new(StringComparer.Ordinal);

    private readonly List<(Word Word, int Increment)> _words = [];

    public AnalyzedText(string text)
    {
        using var stream = LuceneAnalyzers.AsSpelt.GetTokenStream(PassageFields.Exact, text);
        var term = stream.GetAttribute<ICharTermAttribute>();
        var increment = stream.GetAttribute<IPositionIncrementAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            _words.Add((WordOf(term.Buffer.AsSpan(0, term.Length)), increment.PositionIncrement));
        }

        stream.End();
    }

    /// <summary>The words as they are spelt; read once.</summary>
    public TokenStream AsSpelt() => new Tokens(_words, stems: false);

    /// <summary>The words' stems; read once.</summary>
    public TokenStream Stemmed() => new Tokens(_words, stems: true);

    private static Word WordOf(ReadOnlySpan<char> spelt)
    {
        var known = Words.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(spelt, out var word))
        {
            return word;
        }

        if (Words.Count >= MostWords)
        {
            Words.Clear();
        }

        return known[spelt] = new Word(spelt.ToString());
    }

    private sealed class Word(string spelt)
    {
        private string? _stem;

        public string Spelt => spelt;

        public string Stem => _stem ??= FindStem();

        private string FindStem()
        {
            using var stemmed = LuceneAnalyzers.Stem(new Tokens([(this, 1)], stems: false));
            stemmed.Reset();
            stemmed.IncrementToken();
            return stemmed.GetAttribute<ICharTermAttribute>().ToString();
        }
    }

    private sealed class Tokens : TokenStream
    {
        private readonly List<(Word Word, int Increment)> _words;
        private readonly bool _stems;
        private int _next;
        private readonly ICharTermAttribute _term;
        private readonly IPositionIncrementAttribute _increment;

        public Tokens(List<(Word Word, int Increment)> words, bool stems)
        {
            (_words, _stems) = (words, stems);
            _term = AddAttribute<ICharTermAttribute>();
            _increment = AddAttribute<IPositionIncrementAttribute>();
        }

        public override bool IncrementToken()
        {
            if (_next == _words.Count)
            {
                return false;
            }

            ClearAttributes();
            var (word, increment) = _words[_next++];
            _term.Append(_stems ? word.Stem : word.Spelt);
            _increment.PositionIncrement = increment;
            return true;
        }
    }
}
