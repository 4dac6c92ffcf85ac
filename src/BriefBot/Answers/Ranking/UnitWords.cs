using BriefBot.Answers.Language;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Answers.Ranking;

/// <summary>Counts the question's words in a unit: how many, how often, in which spelling.</summary>
internal sealed class UnitWords
{
    // BM25 over units: less saturation than over passages; lengths without stop words, of a sentence or two.
    private const double K1 = 0.9;
    private const double B = 0.4;
    private const double UsualLength = 12;

    private readonly QuestionMatch _match;
    private readonly PassageSentences _source;
    private readonly Word[] _words;
    private readonly int[] _counts;

    public UnitWords(QuestionMatch match, PassageSentences source, AnswerUnit unit)
    {
        _match = match;
        _source = source;
        _words = [.. unit.Ordinals.SelectMany(ordinal => source.Sentences[ordinal].OwnWords)];
        _counts = Count(_words.Select(word => word.Term));
    }

    /// <summary>Sets the features that they make.</summary>
    public void AddTo(FeatureVector<RankingFeature> features)
    {
        var words = Math.Max(_words.Length, 1);
        features[RankingFeature.UnitBm25] = Bm25(_counts, _words.Length);
        features[RankingFeature.Exact] = Exact();
        features[RankingFeature.Soft] = Soft();
        features[RankingFeature.AskedFor] = _words.Any(word => _match.Question.AskedFor.Contains(word.Term)) ? 1 : 0;
        features[RankingFeature.Novelty] = 1 - ((double)_counts.Sum() / words);
        features[RankingFeature.Length] = Math.Log(words);
    }

    private int[] Count(IEnumerable<string> words)
    {
        var counts = new int[_match.Terms.Count];
        foreach (var word in words)
        {
            if (_match.PlaceOf(word) is >= 0 and var place)
            {
                counts[place]++;
            }
        }

        return counts;
    }

    private double Bm25(int[] counts, int length)
    {
        var sum = 0.0;
        var norm = K1 * (1 - B + (B * length / UsualLength));
        for (var i = 0; i < counts.Length; i++)
        {
            sum += _match.Weights[i] * counts[i] * (K1 + 1) / (counts[i] + norm);
        }

        return sum / _match.Total;
    }

    private double Exact()
    {
        var sum = 0.0;
        for (var i = 0; i < _counts.Length; i++)
        {
            var spelt = _match.Terms[i].Asked.Word;
            sum += _counts[i] > 0 && _words.Any(word => word.Spelt == spelt) ? _match.Weights[i] : 0;
        }

        return sum / _match.Total;
    }

    /// <summary>"Distrust" speaks of trust.</summary>
    private static bool IsNegated(string word, string of) =>
        of.Length >= 4
        && word.EndsWith(of, StringComparison.Ordinal)
        && word[..^of.Length] is ("un" or "dis" or "mis" or "in" or "im" or "non" or "re" or "pre" or "over" or "under");

    private double Soft()
    {
        var sum = 0.0;
        for (var i = 0; i < _counts.Length; i++)
        {
            var term = _match.Terms[i].Term;
            sum +=
                _counts[i] > 0 ? _match.Weights[i]
                : _words.Any(word => SameRoot(term, word.Term)) ? _match.Weights[i] / 2
                : 0;
        }

        return sum / _match.Total;
    }

    private static bool SameRoot(string one, string other)
    {
        if (IsNegated(one, other) || IsNegated(other, one))
        {
            return true;
        }

        var length = Math.Max(4, (int)Math.Ceiling(0.6 * Math.Max(one.Length, other.Length)));
        return one.Length >= length && other.Length >= length && string.CompareOrdinal(one, 0, other, 0, length) == 0;
    }
}
