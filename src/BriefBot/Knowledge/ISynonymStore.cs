using BriefBot.Knowledge.Folder;

namespace BriefBot.Knowledge;

/// <summary>Keeps the folder's synonyms, so that questions are understood by them.</summary>
public interface ISynonymStore
{
    /// <summary>
    /// Replaces all rules at once; a running question keeps those it began with. Rules that can't be used are left out and returned as
    /// problems. Never throws for odd text.
    /// </summary>
    IReadOnlyList<Problem> Replace(IReadOnlyList<SynonymRule> rules);
}
