using System.Collections.Concurrent;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.TokenAttributes;

namespace BriefBot.Service.Retrieval;

/// <summary>
/// A text taken apart once for all the fields it is indexed in, as <see cref="LuceneAnalyzers"/> would for each: splitting a text
/// into words costs more than all else that is done to them. Immutable.
/// </summary>
internal sealed class AnalyzedText
{
    /// <summary>So many stems are remembered; more than a folder has words that come often.</summary>
    private const int MostStems = 50_000;

    private static readonly ConcurrentDictionary<string, string> Stems = new(StringComparer.Ordinal);

    private readonly List<(string Word, int Increment)> _words = [];

    public AnalyzedText(string text)
    {
        using var stream = LuceneAnalyzers.AsSpelt.GetTokenStream(PassageFields.Exact, text);
        var term = stream.GetAttribute<ICharTermAttribute>();
        var increment = stream.GetAttribute<IPositionIncrementAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            _words.Add((term.ToString(), increment.PositionIncrement));
        }

        stream.End();
    }

    /// <summary>The words as they are spelt; read once.</summary>
    public TokenStream AsSpelt() => new Tokens(_words);

    /// <summary>The words' stems; read once.</summary>
    public TokenStream Stemmed() => new Tokens(_words.Select(word => (StemOf(word.Word), word.Increment)));

    private static string StemOf(string word)
    {
        if (Stems.TryGetValue(word, out var stem))
        {
            return stem;
        }

        if (Stems.Count >= MostStems)
        {
            Stems.Clear();
        }

        using var stemmed = LuceneAnalyzers.Stem(new Tokens([(word, 1)]));
        stemmed.Reset();
        stemmed.IncrementToken();
        return Stems[word] = stemmed.GetAttribute<ICharTermAttribute>().ToString();
    }

    private sealed class Tokens : TokenStream
    {
        private readonly IEnumerator<(string Word, int Increment)> _words;
        private readonly ICharTermAttribute _term;
        private readonly IPositionIncrementAttribute _increment;

        public Tokens(IEnumerable<(string Word, int Increment)> words)
        {
            _words = words.GetEnumerator();
            _term = AddAttribute<ICharTermAttribute>();
            _increment = AddAttribute<IPositionIncrementAttribute>();
        }

        public override bool IncrementToken()
        {
            if (!_words.MoveNext())
            {
                return false;
            }

            ClearAttributes();
            _term.Append(_words.Current.Word);
            _increment.PositionIncrement = _words.Current.Increment;
            return true;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                _words.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
