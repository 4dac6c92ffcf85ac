using BriefBot.Answers.Sentences;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Answers.Ranking;

/// <summary>Works out the features of the sentences of one passage.</summary>
internal sealed class PassageFeatures
{
    private readonly QuestionMatch _match;
    private readonly PassageSentences _source;
    private readonly double _score;
    private readonly IReadOnlyList<double>? _similarity;
    private readonly bool[][] _held;
    private readonly double[][] _related;
    private readonly bool[] _whole;

    public PassageFeatures(QuestionMatch match, PassageSentences source, double score, IReadOnlyList<double>? similarity)
    {
        _match = match;
        _source = source;
        _score = score;
        _similarity = similarity;
        _held = [.. source.Sentences.Select(sentence => match.Held(sentence.Words.Select(word => word.Term)))];
        _related = [.. source.Sentences.Select(sentence => match.Related([.. sentence.Words.Select(word => word.Term)]))];
        _whole = match.Held(source.Terms);
    }

    public FeatureValues Of(Sentence sentence)
    {
        var features = new FeatureValues();
        AddPassage(features);
        AddCoverage(features, sentence.Ordinal);
        new SentenceWords(_match, sentence).AddTo(features);
        ExpectedFact.AddTo(features, _match, sentence);
        AddPlace(features, sentence);
        AddSimilarity(features, sentence.Ordinal);
        return features;
    }

    private void AddPassage(FeatureValues features)
    {
        features[Feature.PassageScore] = _score;
        features[Feature.PassageCoverage] = _match.Share(_whole);
        features[Feature.PassageNames] = _match.NamesShare(_whole);
        features[Feature.GreatestMissingInPassage] = _match.GreatestMissing(_whole);
    }

    private void AddCoverage(FeatureValues features, int ordinal)
    {
        var held = _held[ordinal];
        features[Feature.Coverage] = _match.Share(held);
        features[Feature.CoverageWithPrevious] = _match.Share(Around(ordinal - 1, ordinal));
        features[Feature.CoverageAround] = _match.Share(Around(ordinal - 2, ordinal + 2));
        features[Feature.Related] = QuestionMatch.Weighted(_related[ordinal], _match.Weights);
        features[Feature.Names] = _match.NamesShare(held);
    }

    private bool[] Around(int first, int last)
    {
        var held = new bool[_match.Terms.Count];
        for (var i = Math.Max(first, 0); i <= Math.Min(last, _held.Length - 1); i++)
        {
            held = Either(held, _held[i]);
        }

        return held;
    }

    private void AddPlace(FeatureValues features, Sentence sentence)
    {
        features[Feature.FirstOfArticle] = sentence.Ordinal == 0 && _source.Passage.Ordinal == 0 ? 1 : 0;
        features[Feature.Code] = sentence.Block.Kind == BlockKind.Code ? 1 : 0;
    }

    private void AddSimilarity(FeatureValues features, int ordinal)
    {
        if (_similarity is not null)
        {
            features[Feature.Similarity] = _similarity[ordinal];
        }
    }

    private static bool[] Either(bool[] one, bool[] other) => [.. one.Zip(other, (a, b) => a || b)];
}
