using BriefBot.Knowledge.Folder;

namespace BriefBot.Knowledge;

/// <summary>Keeps the folder's synonyms, so that questions are understood by them.</summary>
public interface ISynonymStore
{
    /// <summary>
    /// Takes the place of all rules before, at once: a question in flight keeps those it began with. Rules that can't be
    /// used are left out and come back as problems; the others are used. Never throws for odd text.
    /// </summary>
    IReadOnlyList<Problem> Replace(IReadOnlyList<SynonymRule> rules);
}
