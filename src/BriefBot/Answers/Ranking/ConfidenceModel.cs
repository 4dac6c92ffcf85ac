using BriefBot.Answers.Understanding;
using BriefBot.Retrieval;

namespace BriefBot.Answers.Ranking;

/// <summary>Estimates how sure it is that the best sentence answers: a logistic regression over a few features.</summary>
internal sealed class ConfidenceModel(RankingModel model)
{
    /// <summary>
    /// Maximum confidence of a unit that matches only names of the question, or says the contrary: it is about the right subject but does
    /// not answer.
    /// </summary>
    private const double NeverSure = 0.5;

    /// <summary>Maximum score gap and log odds; larger values carry no more information.</summary>
    private const double MostGap = 6;

    /// <summary>Words that ask for a sum of money and for nothing else.</summary>
    private static readonly string[] Money = ["price", "cost", "costs", "fee", "fees", "fare", "deposit", "fine"];

    private readonly double[] _weights = Weights(model);
    private readonly double[] _semantic = Weights(model.Semantic ?? model);

    /// <summary>
    /// Returns the confidence, from 0 to 1, that the first of <paramref name="ranked"/> answers; 0 when nothing was found.
    /// </summary>
    public double Score(RetrievalResult found, IReadOnlyList<ScoredUnit> ranked)
    {
        if (ranked.Count == 0 || LacksProperty(found.Match, ranked[0].Candidate))
        {
            return 0;
        }

        var sum = 0.0;
        var features = Features(found, ranked);
        var weights = found.IsSemantic ? _semantic : _weights;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += features.Values[i] * weights[i];
        }

        var confidence = 1 / (1 + Math.Exp(-sum));
        return ContentRelated(found.Match, ranked[0].Candidate) > 0 && !AskedRelation.IsContrary(found.Match, ranked[0].Candidate)
            ? confidence
            : Math.Min(confidence, NeverSure);
    }

    /// <summary>Returns whether a property is asked for that the best passage does not state.</summary>
    public static bool LacksProperty(QuestionMatch match, Candidate best) =>
        match.Question.Property is { } property && !property.IsIn(best.Source.Terms);

    /// <summary>Returns the features.</summary>
    public static FeatureVector<ConfidenceFeature> Features(RetrievalResult found, IReadOnlyList<ScoredUnit> ranked)
    {
        var match = found.Match;
        var features = new FeatureVector<ConfidenceFeature>();
        var best = ranked[0].Candidate.Features;
        features[ConfidenceFeature.Always] = 1;
        features[ConfidenceFeature.PassageScore] = Math.Log(1 + (found.Passages.Passages[0].Score / match.Total));
        features[ConfidenceFeature.Coverage] = best[RankingFeature.Coverage];
        features[ConfidenceFeature.CoverageAround] = best[RankingFeature.CoverageAround];
        features[ConfidenceFeature.PassageCoverage] = best[RankingFeature.PassageCoverage];
        features[ConfidenceFeature.GreatestMissingInPassage] = best[RankingFeature.GreatestMissingInPassage];
        features[ConfidenceFeature.Unknown] = Unknown(match);
        features[ConfidenceFeature.PassageNames] = best[RankingFeature.PassageNames];
        var lacking = best[RankingFeature.NoFact];
        features[ConfidenceFeature.NoDate] = match.Question.Expected == AnswerType.Date ? lacking : 0;
        features[ConfidenceFeature.NoNumber] = match.Question.Expected is AnswerType.Number or AnswerType.Duration ? lacking : 0;
        features[ConfidenceFeature.NoName] = match.Question.Expected is AnswerType.Person or AnswerType.Place or AnswerType.Name
            ? lacking
            : 0;
        features[ConfidenceFeature.Score] = ranked[0].Score;
        features[ConfidenceFeature.NoMark] = best[RankingFeature.NoMark];
        features[ConfidenceFeature.FullCoverage] = best[RankingFeature.FullCoverage];
        features[ConfidenceFeature.FullRelated] = best[RankingFeature.FullRelated];
        features[ConfidenceFeature.GreatestMissing] = best[RankingFeature.GreatestMissing];
        features[ConfidenceFeature.HeadingCoverage] = best[RankingFeature.HeadingCoverage];
        features[ConfidenceFeature.NamesMissing] = NamesMissing(match, ranked[0].Candidate);
        AddRivals(features, ranked);
        features[ConfidenceFeature.Words] = Math.Log(1 + match.Terms.Count);
        features[ConfidenceFeature.Folder] = Math.Log(1 + found.Passages.PassageCount);
        features[ConfidenceFeature.Exact] = best[RankingFeature.Exact];
        features[ConfidenceFeature.Soft] = best[RankingFeature.Soft];
        features[ConfidenceFeature.Related] = best[RankingFeature.Related];
        features[ConfidenceFeature.TellingScore] = Math.Log(1 + (found.Passages.Passages[0].Score / (match.Telling.Sum() + 1)));
        AddTelling(features, match, ranked[0].Candidate);
        AddRelation(features, match, ranked[0].Candidate);
        features[ConfidenceFeature.PassedOver] =
            !match.Question.IsYesNo
            && found.Candidates.Any(candidate =>
                candidate.Features[RankingFeature.FullCoverage] > best[RankingFeature.FullCoverage]
                && AskedRelation.IsOfAnother(match, candidate)
            )
                ? 1
                : 0;
        AddSimilarity(features, found, best);
        return features;
    }

    private static IEnumerable<string> Full(Candidate best) =>
        best.All.SelectMany(sentence => sentence.OwnWords).Select(word => word.Term).Concat(best.Source.Title).Concat(best.Source.Headings);

    /// <summary>
    /// Returns the share of the question's weight, names excluded, in the unit, its title and headings, counting related words; 1 where
    /// there is none.
    /// </summary>
    private static double ContentRelated(QuestionMatch match, Candidate best)
    {
        var weights = match.Terms.Select((term, i) => match.Question.Names.Contains(term.Term) ? 0 : match.Weights[i]).ToArray();
        return weights.Sum() <= 0 ? 1 : QuestionMatch.Weighted(match.Related([.. Full(best)]), weights);
    }

    private static double NamesMissing(QuestionMatch match, Candidate best)
    {
        var held = match.Held(Full(best));
        var named = Enumerable
            .Range(0, held.Length)
            .Where(i => match.Question.Names.Contains(match.Terms[i].Term) || match.Terms[i].Term.Any(char.IsAsciiDigit))
            .ToArray();
        return named.Length == 0 ? 0 : (double)named.Count(i => !held[i]) / named.Length;
    }

    /// <summary>Adds how the best unit compares with the others, apart from those of its own passage and those that overlap it.</summary>
    private static void AddRivals(FeatureVector<ConfidenceFeature> features, IReadOnlyList<ScoredUnit> ranked)
    {
        var best = ranked[0].Candidate;
        var (same, passage, all) = (0.0, 0.0, 0.0);
        var rival = double.NaN;
        foreach (var scored in ranked)
        {
            var weight = Math.Exp(scored.Score - ranked[0].Score);
            var isOfPassage = scored.Candidate.Source.Passage.Id == best.Source.Passage.Id;
            all += weight;
            passage += isOfPassage ? weight : 0;
            same +=
                isOfPassage && scored.Candidate.Unit.First <= best.Unit.Last && scored.Candidate.Unit.Last >= best.Unit.First ? weight : 0;
            rival = double.IsNaN(rival) && !isOfPassage ? scored.Score : rival;
        }

        features[ConfidenceFeature.Gap] = double.IsNaN(rival) ? MostGap : Math.Min(ranked[0].Score - rival, MostGap);
        features[ConfidenceFeature.Odds] = Odds(same / all);
        features[ConfidenceFeature.PassageOdds] = Odds(passage / all);
    }

    private static double Odds(double probability) =>
        Math.Clamp(Math.Log((probability + 1e-9) / (1 - probability + 1e-9)), -MostGap, MostGap);

    private static double[] Weights(RankingModel model) =>
        [.. Enum.GetValues<ConfidenceFeature>().Select(feature => model.Confidence.GetValueOrDefault(feature))];

    private static void AddTelling(FeatureVector<ConfidenceFeature> features, QuestionMatch match, Candidate best)
    {
        var held = match.Related([.. best.Source.Terms]);
        var around = best
            .Source.Sentences.Where(other => other.Ordinal >= best.Unit.First - 2 && other.Ordinal <= best.Unit.Last + 2)
            .SelectMany(sentence => sentence.Words.Select(word => word.Term))
            .Concat(best.Source.Headings)
            .ToArray();
        features[ConfidenceFeature.TellingCoverage] = QuestionMatch.Weighted(
            [.. held.Select(share => share == 1 ? 1.0 : 0)],
            match.Telling
        );
        features[ConfidenceFeature.TellingRelated] = QuestionMatch.Weighted(match.Related(around), match.Telling);
        features[ConfidenceFeature.TellingMissing] =
            match.Telling.Select((weight, i) => weight * (1 - held[i])).DefaultIfEmpty().Max() / match.Greatest;
    }

    private static void AddRelation(FeatureVector<ConfidenceFeature> features, QuestionMatch match, Candidate best)
    {
        string[] full = [.. Full(best)];
        features[ConfidenceFeature.RelationMissing] = AskedRelation.Missing(match, best);
        features[ConfidenceFeature.NoReason] = AskedRelation.LacksReason(match, best) ? 1 : 0;
        features[ConfidenceFeature.NoCount] = AskedRelation.LacksCount(match, best) ? 1 : 0;
        features[ConfidenceFeature.NoMoney] = match.Question.Words.Overlaps(Money) ? best.Features[RankingFeature.NoMark] : 0;
        features[ConfidenceFeature.PropertyMissing] = match.Question.Property?.IsIn(full) == false ? 1 : 0;
        features[ConfidenceFeature.FirstMissing] = match.Terms.Count > 1 ? 1 - match.Related(full)[0] : 0;
    }

    private static void AddSimilarity(FeatureVector<ConfidenceFeature> features, RetrievalResult found, FeatureVector<RankingFeature> best)
    {
        if (found.IsSemantic)
        {
            features[ConfidenceFeature.UnitSimilarity] = best[RankingFeature.Similarity];
            features[ConfidenceFeature.Similarity] =
                best[RankingFeature.Similarity] - found.Candidates.Average(candidate => candidate.Features[RankingFeature.Similarity]);
        }
    }

    private static double Unknown(QuestionMatch match) =>
        match.Terms.Select((term, i) => term.DocumentFrequency == 0 ? match.Weights[i] : 0).Sum() / match.Total;
}
