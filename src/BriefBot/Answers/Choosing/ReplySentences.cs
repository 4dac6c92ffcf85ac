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

    /// <summary>In the order of the reply; empty only when none may answer.</summary>
    public IReadOnlyList<Candidate> Choose(Findings findings)
    {
        var (ranked, weights) = (findings.Fitting, model.For(findings.Found));
        if (ranked.Count > 0 && WholeList.With(findings.Match, ranked[0].Candidate) is { } list)
        {
            return list;
        }

        var chosen = new List<Candidate>();
        foreach (var scored in ranked)
        {
            if (chosen.Count == maxSentences || !IsClose(weights, ranked[0].Score - scored.Score, chosen.Count))
            {
                break;
            }

            if (!Says(chosen, scored.Candidate))
            {
                AddWithWhatItLeansOn(chosen, scored.Candidate);
            }
        }

        return chosen;
    }

    private static bool IsClose(RankingModel weights, double gap, int place) => place == 0 || gap < (place == 1 ? weights.SecondWithin : weights.FurtherWithin);

    private void AddWithWhatItLeansOn(List<Candidate> chosen, Candidate candidate)
    {
        var first = candidate.Sentence.Ordinal;
        var sentences = candidate.Source.Sentences;
        if (candidate.Sentence.Header is { } header && chosen.Count < maxSentences - 1 && !Says(chosen, candidate with { Sentence = sentences[header] }))
        {
            chosen.Add(candidate with { Sentence = sentences[header] });
        }

        for (var i = 0; i < MaxLeaning && first > 0 && LeaningSentence.Leans(sentences[first].Text); i++)
        {
            first--;
        }

        // The best sentence is always there; what it leans on when there is room.
        first = Math.Max(first, candidate.Sentence.Ordinal - Math.Max(maxSentences - chosen.Count - 1, 0));
        for (var i = first; i <= candidate.Sentence.Ordinal && chosen.Count < maxSentences; i++)
        {
            var sentence = candidate with { Sentence = sentences[i] };
            if (!Says(chosen, sentence))
            {
                chosen.Add(sentence);
            }
        }
    }

    private static bool Says(List<Candidate> chosen, Candidate candidate) => chosen.Exists(other => IsSame(other, candidate));

    private static bool IsSame(Candidate one, Candidate other)
    {
        var words = one.Sentence.Words.Select(word => word.Term).ToHashSet();
        var others = other.Sentence.Words.Select(word => word.Term).ToHashSet();
        var shared = words.Count(others.Contains);
        return one.Id == other.Id || one.Sentence.Text == other.Sentence.Text || shared > SameShare * (words.Count + others.Count - shared);
    }
}
