using Lucene.Net.Analysis;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Miscellaneous;

namespace BriefBot.Service.Retrieval;

/// <summary>The analyzers, shared: they keep their own state for each thread.</summary>
internal static class LuceneAnalyzers
{
    /// <summary>Stems; for every field but one, and for every question.</summary>
    public static EnglishTextAnalyzer English { get; } = new(stems: true);

    /// <summary>Leaves the words as they are spelt; for one field.</summary>
    public static EnglishTextAnalyzer AsSpelt { get; } = new(stems: false);

    /// <summary>Adds the stemming of <see cref="English"/>.</summary>
    public static TokenStream Stem(TokenStream words) => new PorterStemFilter(new StemmerOverrideFilter(words, IrregularForms.Map));

    /// <summary>Returns the analyzer that uses the right one for each field.</summary>
    public static Analyzer ByField() =>
        new PerFieldAnalyzerWrapper(English, new Dictionary<string, Analyzer> { [PassageFields.Exact] = AsSpelt });
}
