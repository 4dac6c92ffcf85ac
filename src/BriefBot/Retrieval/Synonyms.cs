using BriefBot.Knowledge;
using BriefBot.Knowledge.Folder;

namespace BriefBot.Retrieval;

/// <summary>The folder's synonyms as they were last read. Safe for concurrent use.</summary>
internal sealed class Synonyms(ITextAnalyzer analyzer) : ISynonymStore
{
    private volatile SynonymTable _table = SynonymTable.Empty;

    /// <summary>Never changes once it was taken.</summary>
    public SynonymTable Table => _table;

    public IReadOnlyList<Problem> Replace(IReadOnlyList<SynonymRule> rules)
    {
        (_table, var problems) = SynonymTable.Create(rules, analyzer);
        return problems;
    }
}
