using BriefBot.Answers.Ranking;
using BriefBot.Answers.Sentences;

namespace BriefBot.Answers.Choosing;

/// <summary>
/// Chooses the sentences of a reply: the best, further ones whose score comes close, what each leans on before it, and
/// nothing twice.
/// </summary>
internal sealed class ReplySentences(RankingModel model, int maxSentences)
{
    /// <summary>Two sentences that share more of their words than this say the same.</summary>
    private const double SameShare = 0.7;

    /// <summary>A sentence that leans on one that leans again goes no further back than this.</summary>
    private const int MaxLeaning = 2;

    /// <summary>In the order of the reply; empty only when <paramref name="ranked"/> is.</summary>
    public IReadOnlyList<Candidate> Choose(QuestionMatch match, IReadOnlyList<ScoredSentence> ranked)
    {
        if (ranked.Count > 0 && WholeList.With(match, ranked[0].Candidate) is { } list)
        {
            return list;
        }

        var chosen = new List<Candidate>();
        foreach (var scored in ranked)
        {
            if (chosen.Count == maxSentences || !IsClose(ranked[0].Score - scored.Score, chosen.Count))
            {
                break;
            }

            if (!Says(chosen, scored.Sentence))
            {
                AddWithWhatItLeansOn(chosen, scored.Candidate);
            }
        }

        return chosen;
    }

    private bool IsClose(double gap, int place) => place == 0 || gap < (place == 1 ? model.SecondWithin : model.FurtherWithin);

    private void AddWithWhatItLeansOn(List<Candidate> chosen, Candidate candidate)
    {
        if (candidate.Sentence.Header is { } header && chosen.Count < maxSentences - 1 && !Says(chosen, header))
        {
            chosen.Add(candidate with { Sentence = header });
        }

        var first = candidate.Sentence.Ordinal;
        var sentences = candidate.Source.Sentences;
        for (var i = 0; i < MaxLeaning && first > 0 && LeaningSentence.Leans(sentences[first].Text); i++)
        {
            first--;
        }

        // The best sentence is always there; what it leans on when there is room.
        first = Math.Max(first, candidate.Sentence.Ordinal - Math.Max(maxSentences - chosen.Count - 1, 0));
        for (var i = first; i <= candidate.Sentence.Ordinal && chosen.Count < maxSentences; i++)
        {
            if (!Says(chosen, sentences[i]))
            {
                chosen.Add(candidate with { Sentence = sentences[i] });
            }
        }
    }

    private static bool Says(List<Candidate> chosen, Sentence sentence) => chosen.Exists(other => IsSame(other.Sentence, sentence));

    private static bool IsSame(Sentence one, Sentence other)
    {
        var words = one.Words.Select(word => word.Term).ToHashSet();
        var others = other.Words.Select(word => word.Term).ToHashSet();
        var shared = words.Count(others.Contains);
        return ReferenceEquals(one, other) || one.Text == other.Text || shared > SameShare * (words.Count + others.Count - shared);
    }
}
