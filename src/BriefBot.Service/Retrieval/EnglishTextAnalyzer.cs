using BriefBot.Retrieval;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;
using Token = BriefBot.Retrieval.Token;

namespace BriefBot.Service.Retrieval;

/// <summary>
/// Analyzes English for indexing and search: lower case, accents folded, acronyms without dots, identifiers with their parts, stop words
/// removed, Porter's stems.
/// </summary>
/// <remarks>Without stems it keeps the spelling, for the field that rewards exact forms.</remarks>
internal sealed class EnglishTextAnalyzer(bool stems) : Analyzer, ITextAnalyzer
{
    public const LuceneVersion Version = LuceneVersion.LUCENE_48;

    public IReadOnlyList<Token> Analyze(string text)
    {
        var tokens = new List<Token>();
        using var stream = GetTokenStream("text", text);
        var term = stream.GetAttribute<ICharTermAttribute>();
        var offset = stream.GetAttribute<IOffsetAttribute>();
        var increment = stream.GetAttribute<IPositionIncrementAttribute>();
        var position = -1;
        stream.Reset();
        while (stream.IncrementToken())
        {
            position += increment.PositionIncrement;
            tokens.Add(new Token(term.ToString(), offset.StartOffset, offset.EndOffset, position));
        }

        stream.End();
        return tokens;
    }

    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var source = new StandardTokenizer(Version, reader);
        TokenStream words = new LowerCaseFilter(Version, new IdentifierFilter(new EnglishPossessiveFilter(Version, source)));
        words = new AcronymFilter(new ASCIIFoldingFilter(words));
        words = new StopFilter(Version, words, EnglishAnalyzer.DefaultStopSet);
        return new TokenStreamComponents(source, stems ? LuceneAnalyzers.Stem(words) : words);
    }
}
