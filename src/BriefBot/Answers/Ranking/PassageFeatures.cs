using BriefBot.Answers.Sentences;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Answers.Ranking;

/// <summary>Works out the features of the sentences of one passage.</summary>
internal sealed class PassageFeatures
{
    private static readonly int FeatureCount = Enum.GetValues<Feature>().Length;

    private readonly QuestionMatch _match;
    private readonly PassageSentences _source;
    private readonly double _score;
    private readonly bool[][] _held;
    private readonly double[][] _related;
    private readonly bool[] _whole;

    public PassageFeatures(QuestionMatch match, PassageSentences source, double score)
    {
        _match = match;
        _source = source;
        _score = score;
        _held = [.. source.Sentences.Select(sentence => match.Held(sentence.Words.Select(word => word.Term)))];
        _related = [.. source.Sentences.Select(sentence => match.Related([.. sentence.Words.Select(word => word.Term)]))];
        _whole = match.Held(source.Terms);
    }

    public double[] Of(Sentence sentence)
    {
        var features = new double[FeatureCount];
        AddPassage(features);
        AddCoverage(features, sentence.Ordinal);
        new SentenceWords(_match, sentence).AddTo(features);
        ExpectedFact.AddTo(features, _match, sentence);
        AddPlace(features, sentence);
        return features;
    }

    private void AddPassage(double[] features)
    {
        features[(int)Feature.PassageScore] = _score;
        features[(int)Feature.PassageCoverage] = _match.Share(_whole);
        features[(int)Feature.PassageNames] = _match.NamesShare(_whole);
        features[(int)Feature.GreatestMissingInPassage] = _match.GreatestMissing(_whole);
    }

    private void AddCoverage(double[] features, int ordinal)
    {
        var held = _held[ordinal];
        features[(int)Feature.Coverage] = _match.Share(held);
        features[(int)Feature.CoverageWithPrevious] = _match.Share(Around(ordinal - 1, ordinal));
        features[(int)Feature.CoverageAround] = _match.Share(Around(ordinal - 2, ordinal + 2));
        features[(int)Feature.Related] = QuestionMatch.Weighted(_related[ordinal], _match.Weights);
        features[(int)Feature.Names] = _match.NamesShare(held);
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

    private void AddPlace(double[] features, Sentence sentence)
    {
        features[(int)Feature.FirstOfArticle] = sentence.Ordinal == 0 && _source.Passage.Ordinal == 0 ? 1 : 0;
        features[(int)Feature.ListItem] = sentence.Block.Kind == BlockKind.ListItem ? 1 : 0;
        features[(int)Feature.TableRow] = sentence.Block.Kind == BlockKind.TableRow ? 1 : 0;
        features[(int)Feature.Code] = sentence.Block.Kind == BlockKind.Code ? 1 : 0;
    }

    private static bool[] Either(bool[] one, bool[] other) => [.. one.Zip(other, (a, b) => a || b)];
}
