namespace BriefBot.Answers;

/// <summary>Works out the features of the sentences of one passage.</summary>
internal sealed class PassageFeatures
{
    private readonly QuestionMatch _match;
    private readonly PassageSentences _source;
    private readonly double _score;
    private readonly int _rank;
    private readonly bool[][] _held;
    private readonly double[][] _related;
    private readonly bool[] _above;
    private readonly bool[] _whole;
    private readonly double _title;
    private readonly double _headings;

    public PassageFeatures(QuestionMatch match, PassageSentences source, double score, int rank)
    {
        _match = match;
        _source = source;
        _score = score;
        _rank = rank;
        _held = [.. source.Sentences.Select(sentence => match.Held(sentence.Words.Select(word => word.Term)))];
        _related = [.. source.Sentences.Select(sentence => match.Related([.. sentence.Words.Select(word => word.Term)]))];
        var title = match.Held(source.Title);
        var headings = match.Held(source.Headings);
        _title = match.Share(title);
        _headings = match.Share(headings);
        _above = Either(title, headings);
        _whole = _held.Aggregate(_above, Either);
    }

    public double[] Of(Sentence sentence)
    {
        var features = new double[Enum.GetValues<Feature>().Length];
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
        features[(int)Feature.BestPassage] = _rank == 0 ? 1 : 0;
        features[(int)Feature.PassageCoverage] = _match.Share(_whole);
        features[(int)Feature.TitleCoverage] = _title;
        features[(int)Feature.HeadingCoverage] = _headings;
        features[(int)Feature.PassageNames] = _match.NamesShare(_whole);
        features[(int)Feature.GreatestMissingInPassage] = _match.GreatestMissing(_whole);
    }

    private void AddCoverage(double[] features, int ordinal)
    {
        var held = _held[ordinal];
        features[(int)Feature.Coverage] = _match.Share(held);
        features[(int)Feature.CoverageWithPrevious] = _match.Share(Around(ordinal - 1, ordinal));
        features[(int)Feature.CoverageWithNext] = _match.Share(Around(ordinal, ordinal + 1));
        features[(int)Feature.CoverageAround] = _match.Share(Around(ordinal - 2, ordinal + 2));
        features[(int)Feature.Related] = QuestionMatch.Weighted(_related[ordinal], _match.Weights);
        features[(int)Feature.RelatedAround] = QuestionMatch.Weighted(RelatedAround(ordinal), _match.Weights);
        features[(int)Feature.Names] = _match.NamesShare(held);
        features[(int)Feature.GreatestMissing] = _match.GreatestMissing(held);
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

    /// <summary>How far each word of the question, or its like, stands in a sentence, two before or two after.</summary>
    private double[] RelatedAround(int ordinal)
    {
        var related = new double[_match.Terms.Count];
        for (var i = Math.Max(ordinal - 2, 0); i <= Math.Min(ordinal + 2, _related.Length - 1); i++)
        {
            for (var t = 0; t < related.Length; t++)
            {
                related[t] = Math.Max(related[t], _related[i][t]);
            }
        }

        return related;
    }

    private void AddPlace(double[] features, Sentence sentence)
    {
        features[(int)Feature.FirstOfPassage] = sentence.Ordinal == 0 ? 1 : 0;
        features[(int)Feature.FirstOfArticle] = sentence.Ordinal == 0 && _source.Passage.Ordinal == 0 ? 1 : 0;
        features[(int)Feature.IsQuestion] = sentence.Text.EndsWith('?') ? 1 : 0;
        features[(int)Feature.BeginsWithPronoun] = LeaningSentence.Leans(sentence.Text) ? 1 : 0;
        features[(int)Feature.ListItem] = sentence.Block.Kind == Knowledge.BlockKind.ListItem ? 1 : 0;
        features[(int)Feature.TableRow] = sentence.Block.Kind == Knowledge.BlockKind.TableRow ? 1 : 0;
        features[(int)Feature.Code] = sentence.Block.Kind == Knowledge.BlockKind.Code ? 1 : 0;
    }

    private static bool[] Either(bool[] one, bool[] other) => [.. one.Zip(other, (a, b) => a || b)];
}
