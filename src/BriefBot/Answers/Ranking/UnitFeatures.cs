using BriefBot.Answers.Language;
using BriefBot.Answers.Understanding;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Answers.Ranking;

/// <summary>Works out the features of the units of one passage.</summary>
internal sealed class UnitFeatures
{
    private readonly QuestionMatch _match;
    private readonly PassageSentences _source;
    private readonly double _score;
    private readonly IReadOnlyList<double>? _similarity;
    private readonly bool[][] _held;
    private readonly double[][] _related;
    private readonly bool[] _above;
    private readonly double[] _relatedAbove;
    private readonly bool[] _whole;
    private readonly double _headingCoverage;

    /// <param name="match">The question.</param>
    /// <param name="source">The passage.</param>
    /// <param name="score">Its score as a share of the best passage's.</param>
    /// <param name="similarity">The cosine of each of its units, or null where that is not known.</param>
    public UnitFeatures(QuestionMatch match, PassageSentences source, double score, IReadOnlyList<double>? similarity)
    {
        (_match, _source, _score, _similarity) = (match, source, score, similarity);
        _held = [.. source.Sentences.Select(sentence => match.Held(sentence.OwnWords.Select(word => word.Term)))];
        _related = [.. source.Sentences.Select(sentence => match.Related([.. sentence.OwnWords.Select(word => word.Term)]))];
        string[] above = [.. source.Title, .. source.Headings];
        (_above, _relatedAbove) = (match.Held(above), match.Related(above));
        _whole = match.Held(source.Terms);
        _headingCoverage = match.Share(match.Held(source.Heading));
    }

    /// <summary>Returns the features of the unit with this ordinal.</summary>
    public FeatureVector<RankingFeature> Compute(int ordinal)
    {
        var features = new FeatureVector<RankingFeature>();
        var unit = _source.AnswerUnits[ordinal];
        AddPassage(features);
        AddCoverage(features, unit);
        new UnitWords(_match, _source, unit).AddTo(features);
        Sentence[] own = [.. Enumerable.Range(unit.First, unit.Last - unit.First + 1).Select(i => _source.Sentences[i])];
        ExpectedFact.AddTo(features, _match, _source, own);
        ExpectedMarks.AddTo(features, _match, own);
        AddKind(features, unit);
        if (_similarity is not null)
        {
            features[RankingFeature.Similarity] = _similarity[ordinal];
            features[RankingFeature.PassageSimilarity] = _similarity.DefaultIfEmpty().Average();
        }

        return features;
    }

    private void AddPassage(FeatureVector<RankingFeature> features)
    {
        features[RankingFeature.PassageScore] = _score;
        features[RankingFeature.PassageCoverage] = _match.Share(_whole);
        features[RankingFeature.PassageNames] = _match.NamesShare(_whole);
        features[RankingFeature.GreatestMissingInPassage] = _match.GreatestMissing(_whole);
        features[RankingFeature.HeadingCoverage] = _headingCoverage;
    }

    private void AddCoverage(FeatureVector<RankingFeature> features, AnswerUnit unit)
    {
        var held = Union(unit.Ordinals);
        var full = Either(held, _above);
        features[RankingFeature.Coverage] = _match.Share(held);
        features[RankingFeature.FullCoverage] = _match.Share(full);
        features[RankingFeature.CoverageWithPrevious] = _match.Share(Either(held, Around(unit.First - 1, unit.Last)));
        features[RankingFeature.CoverageAround] = _match.Share(Either(held, Around(unit.First - 2, unit.Last + 2)));
        features[RankingFeature.GreatestMissing] = _match.GreatestMissing(full);
        features[RankingFeature.NumbersMissing] = _match.NumbersMissing(full);
        features[RankingFeature.Names] = _match.NamesShare(held);
        var related = unit.Ordinals.Select(i => _related[i]).Aggregate(new double[_match.Terms.Count], Greatest);
        features[RankingFeature.Related] = QuestionMatch.Weighted(related, _match.Weights);
        features[RankingFeature.FullRelated] = QuestionMatch.Weighted(Greatest(related, _relatedAbove), _match.Weights);
    }

    private bool[] Around(int first, int last) => Union(Enumerable.Range(0, _held.Length).Where(i => i >= first && i <= last));

    private bool[] Union(IEnumerable<int> ordinals) => ordinals.Select(i => _held[i]).Aggregate(new bool[_match.Terms.Count], Either);

    private void AddKind(FeatureVector<RankingFeature> features, AnswerUnit unit)
    {
        RankingFeature? kind = unit.Kind switch
        {
            UnitKind.Sentence => RankingFeature.Sentence,
            UnitKind.TableRow => RankingFeature.TableRow,
            UnitKind.Code => RankingFeature.Code,
            UnitKind.Section => RankingFeature.Section,
            _ => null,
        };
        if (kind is { } one)
        {
            features[one] = 1;
        }

        var isSteps = unit.Kind == UnitKind.Code || (unit.Kind == UnitKind.List && _source.Sentences[unit.First].Block.Number > 0);
        features[RankingFeature.StepsForManner] = isSteps && _match.Question.Expected == AnswerType.Manner ? 1 : 0;
        features[RankingFeature.ListForSeveral] =
            unit.Kind is UnitKind.List or UnitKind.Table && _match.Question.Form is ListIntent ? 1 : 0;
    }

    private static bool[] Either(bool[] one, bool[] other) => [.. one.Zip(other, (a, b) => a || b)];

    private static double[] Greatest(double[] one, double[] other) => [.. one.Zip(other, Math.Max)];
}
