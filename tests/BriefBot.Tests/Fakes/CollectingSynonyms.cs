using BriefBot.Knowledge;
using BriefBot.Knowledge.Folder;

namespace BriefBot.Tests.Fakes;

/// <summary>Keeps the rules it was given last and counts how often.</summary>
internal sealed class CollectingSynonyms : ISynonymStore
{
    public IReadOnlyList<SynonymRule> Rules { get; private set; } = [];

    /// <summary>Called after they were replaced.</summary>
    public Action Replaced { get; set; } = () => { };

    public int ReplacedCount { get; private set; }

    /// <summary>The rules as they could be written, a line each.</summary>
    public IEnumerable<string> Told =>
        Rules.Select(rule =>
            ReferenceEquals(rule.Asked, rule.Meant)
                ? string.Join(" | ", rule.Asked)
                : $"{string.Join(" | ", rule.Asked)} => {string.Join(" | ", rule.Meant)}"
        );

    public IReadOnlyList<Problem> Replace(IReadOnlyList<SynonymRule> rules)
    {
        Rules = rules;
        ReplacedCount++;
        Replaced();
        return [];
    }
}
