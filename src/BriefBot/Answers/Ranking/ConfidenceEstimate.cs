using BriefBot.Answers.Questions;
using BriefBot.Retrieval;

namespace BriefBot.Answers.Ranking;

/// <summary>Estimates how sure it is that the best sentence answers: a logistic regression over a few signs.</summary>
internal sealed class ConfidenceEstimate(RankingModel model)
{
    private readonly double[] _weights = [.. Enum.GetValues<Sign>().Select(sign => model.Confidence.GetValueOrDefault(sign))];

    /// <summary>From 0 to 1; 0 when nothing was found.</summary>
    public double Of(QuestionMatch match, SearchResult found, IReadOnlyList<ScoredSentence> ranked)
    {
        if (ranked.Count == 0 || LacksProperty(match, ranked[0].Candidate))
        {
            return 0;
        }

        var sum = 0.0;
        var signs = Signs(match, found, ranked);
        for (var i = 0; i < signs.Length; i++)
        {
            sum += signs[i] * _weights[i];
        }

        return 1 / (1 + Math.Exp(-sum));
    }

    /// <summary>Whether a property is asked for that the best passage does not state.</summary>
    public static bool LacksProperty(QuestionMatch match, Candidate best) =>
        match.Question.Property is { } property && !property.IsIn(best.Source.Terms);

    /// <summary>By <see cref="Sign"/>.</summary>
    public static double[] Signs(QuestionMatch match, SearchResult found, IReadOnlyList<ScoredSentence> ranked)
    {
        var signs = new double[Enum.GetValues<Sign>().Length];
        var best = ranked[0].Candidate.Features;
        signs[(int)Sign.Always] = 1;
        signs[(int)Sign.PassageScore] = Math.Log(1 + (found.Passages[0].Score / match.Total));
        signs[(int)Sign.Coverage] = best[(int)Feature.Coverage];
        signs[(int)Sign.CoverageAround] = best[(int)Feature.CoverageAround];
        signs[(int)Sign.PassageCoverage] = best[(int)Feature.PassageCoverage];
        signs[(int)Sign.GreatestMissingInPassage] = best[(int)Feature.GreatestMissingInPassage];
        signs[(int)Sign.Unknown] = Unknown(match);
        signs[(int)Sign.PassageNames] = best[(int)Feature.PassageNames];
        var lacking = best[(int)Feature.NoFact];
        signs[(int)Sign.NoDate] = match.Question.Expected == ExpectedAnswer.Date ? lacking : 0;
        signs[(int)Sign.NoNumber] = match.Question.Expected is ExpectedAnswer.Number or ExpectedAnswer.Duration ? lacking : 0;
        signs[(int)Sign.NoName] = match.Question.Expected is ExpectedAnswer.Person or ExpectedAnswer.Place or ExpectedAnswer.Name ? lacking : 0;
        signs[(int)Sign.Score] = ranked[0].Score;
        signs[(int)Sign.Gap] = ranked.Count > 1 ? ranked[0].Score - ranked[1].Score : 0;
        signs[(int)Sign.Words] = Math.Log(1 + match.Terms.Count);
        signs[(int)Sign.Folder] = Math.Log(1 + found.PassageCount);
        signs[(int)Sign.Exact] = best[(int)Feature.Exact];
        signs[(int)Sign.Soft] = best[(int)Feature.Soft];
        signs[(int)Sign.AskedFor] = best[(int)Feature.AskedFor];
        signs[(int)Sign.Related] = best[(int)Feature.Related];
        signs[(int)Sign.TellingScore] = Math.Log(1 + (found.Passages[0].Score / (match.Telling.Sum() + 1)));
        AddTelling(signs, match, ranked[0].Candidate);
        return signs;
    }

    private static void AddTelling(double[] signs, QuestionMatch match, Candidate best)
    {
        var held = match.Related([.. best.Source.Terms]);
        var around = best.Source.Sentences.Where(other => Math.Abs(other.Ordinal - best.Sentence.Ordinal) <= 2).SelectMany(sentence => sentence.Words.Select(word => word.Term)).ToArray();
        signs[(int)Sign.TellingCoverage] = QuestionMatch.Weighted([.. held.Select(share => share == 1 ? 1.0 : 0)], match.Telling);
        signs[(int)Sign.TellingRelated] = QuestionMatch.Weighted(match.Related(around), match.Telling);
        signs[(int)Sign.TellingMissing] = match.Telling.Select((weight, i) => weight * (1 - held[i])).DefaultIfEmpty().Max() / match.Greatest;
    }

    private static double Unknown(QuestionMatch match) =>
        match.Terms.Select((term, i) => term.DocumentFrequency == 0 ? match.Weights[i] : 0).Sum() / match.Total;
}
