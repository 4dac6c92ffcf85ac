using BriefBot.Answers.Sentences;

namespace BriefBot.Answers.Ranking;

/// <summary>How the words of a question stand in one sentence: how many, how often, in what spelling.</summary>
internal sealed class SentenceWords
{
    // BM25 over sentences: less saturation than over passages, lengths of about twelve words without stop words.
    private const double K1 = 0.9;
    private const double B = 0.4;
    private const double UsualLength = 12;

    private readonly QuestionMatch _match;
    private readonly IReadOnlyList<Word> _words;
    private readonly int[] _counts;

    public SentenceWords(QuestionMatch match, Sentence sentence)
    {
        _match = match;
        _words = sentence.Words;
        _counts = new int[match.Terms.Count];
        foreach (var word in _words)
        {
            if (match.PlaceOf(word.Term) is >= 0 and var place)
            {
                _counts[place]++;
            }
        }
    }

    public void AddTo(FeatureValues features)
    {
        var words = Math.Max(_words.Count, 1);
        features[Feature.SentenceBm25] = Bm25();
        features[Feature.Exact] = Exact();
        features[Feature.Soft] = Soft();
        features[Feature.AskedFor] = _words.Any(word => _match.Question.AskedFor.Contains(word.Term)) ? 1 : 0;
        features[Feature.Novelty] = 1 - ((double)_counts.Sum() / words);
        features[Feature.Length] = Math.Log(words);
    }

    private double Bm25()
    {
        var sum = 0.0;
        var norm = K1 * (1 - B + (B * _words.Count / UsualLength));
        for (var i = 0; i < _counts.Length; i++)
        {
            sum += _match.Weights[i] * _counts[i] * (K1 + 1) / (_counts[i] + norm);
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
        of.Length >= 4 && word.EndsWith(of, StringComparison.Ordinal)
            && word[..^of.Length] is ("un" or "dis" or "mis" or "in" or "im" or "non" or "re" or "pre" or "over" or "under");

    private double Soft()
    {
        var sum = 0.0;
        for (var i = 0; i < _counts.Length; i++)
        {
            var term = _match.Terms[i].Term;
            sum += _counts[i] > 0 ? _match.Weights[i] : _words.Any(word => SameRoot(term, word.Term)) ? _match.Weights[i] / 2 : 0;
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
