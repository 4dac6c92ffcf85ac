using BriefBot.Answers.Sentences;

namespace BriefBot.Answers;

/// <summary>Of sentences in a composer's own words those that passages support, with what supports each; and how many others there are, by the reason.</summary>
internal sealed class HeldSentences
{
    private readonly List<(ComposedSentence Sentence, IReadOnlyList<(PassageSentences Source, Sentence Sentence)> Evidence)> _kept = [];
    private readonly Dictionary<string, int> _dropped = [];

    public HeldSentences(IReadOnlyList<ComposedSentence> sentences, GroundingCheck check, CancellationToken cancellationToken)
    {
        foreach (var sentence in sentences)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (evidence, problem) = check.Support(sentence);
            if (problem is null)
            {
                _kept.Add((sentence, evidence));
            }
            else
            {
                _dropped[problem] = _dropped.GetValueOrDefault(problem) + 1;
            }
        }
    }

    public IReadOnlyList<(ComposedSentence Sentence, IReadOnlyList<(PassageSentences Source, Sentence Sentence)> Evidence)> Kept => _kept;

    /// <summary>Leaves only these.</summary>
    public void Keep(IReadOnlyCollection<ComposedSentence> sentences) => _kept.RemoveAll(kept => !sentences.Contains(kept.Sentence));

    public IReadOnlyDictionary<string, int> Dropped => _dropped;
}
