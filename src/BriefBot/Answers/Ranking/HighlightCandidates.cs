using System.Text.RegularExpressions;
using BriefBot.Answers.Language;
using BriefBot.Answers.Understanding;

namespace BriefBot.Answers.Ranking;

/// <summary>The dates, numbers and names of a sentence that may be the answer, with their features.</summary>
internal sealed partial class HighlightCandidates
{
    /// <summary>Distance in words at which a word of the question counts half.</summary>
    private const double HalfDistance = 6;

    /// <summary>Number of words that a clause boundary counts as.</summary>
    private const int OfAClause = 4;
    private const int OfAnEnumeration = 2;
    private const int OfARival = 3;

    /// <summary>Margin of a fact without another of its kind in the sentence.</summary>
    private const double WithoutRival = 0.25;

    /// <summary>The noun after a number, with a hyphen or a bracket between them at the most.</summary>
    private const int Beside = 8;

    /// <summary>
    /// Maximum number of facts compared; in a sentence with more, none is likely to be the answer and the comparison would take long.
    /// </summary>
    private const int Most = 20;

    private readonly QuestionMatch _match;
    private readonly Sentence _sentence;
    private readonly bool _isFirst;
    private readonly Fact[] _facts;
    private readonly double[] _nearness;
    private readonly Word[] _held;
    private readonly double _coverage;

    /// <param name="match">The question.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="isFirst">Whether it is the first of the reply.</param>
    public HighlightCandidates(QuestionMatch match, Sentence sentence, bool isFirst)
    {
        (_match, _sentence, _isFirst) = (match, sentence, isFirst);
        _facts =
        [
            .. sentence.Facts.Where(fact =>
                KindOf(match.Question.Expected, fact.Kind) is not null && ExpectedFact.IsNew(match, sentence, fact) && IsWhole(fact)
            ),
        ];
        _facts = _facts.Length > Most ? [] : _facts;
        _held = [.. sentence.OwnWords.Where(word => match.PlaceOf(word.Term) >= 0)];
        _coverage = match.Share(match.Held(_held.Select(word => word.Term)));
        _nearness = Array.ConvertAll(_facts, Nearness);
    }

    /// <summary>Returns the candidates with their features.</summary>
    public IEnumerable<(Fact Fact, FeatureVector<HighlightFeature> Features)> All() =>
        _facts.Select((fact, i) => (fact, FeaturesOf(fact, _nearness[i])));

    private static HighlightFeature? KindOf(AnswerType expected, FactKind kind) =>
        (expected, kind) switch
        {
            (AnswerType.Date, FactKind.Date) => HighlightFeature.DateForDate,
            (AnswerType.Number or AnswerType.Duration, FactKind.Number) => HighlightFeature.NumberForNumber,
            (AnswerType.Number or AnswerType.Duration, FactKind.Date) => HighlightFeature.DateForNumber,
            (AnswerType.Person, FactKind.Name) => HighlightFeature.NameForPerson,
            (AnswerType.Place, FactKind.Name) => HighlightFeature.NameForPlace,
            (AnswerType.Name, FactKind.Name) => HighlightFeature.NameForName,
            (AnswerType.Anything, FactKind.Name) => HighlightFeature.NameForAnything,
            (AnswerType.Anything, FactKind.Number) => HighlightFeature.NumberForAnything,
            (AnswerType.Anything, FactKind.Date) => HighlightFeature.DateForAnything,
            _ => null,
        };

    private FeatureVector<HighlightFeature> FeaturesOf(Fact fact, double nearness)
    {
        var (question, text) = (_match.Question, _sentence.Text);
        double[] rivals = [.. _nearness.Where((_, i) => _facts[i].Kind == fact.Kind && _facts[i] != fact)];
        var features = new FeatureVector<HighlightFeature>
        {
            [HighlightFeature.Rivals] = Math.Log(1 + rivals.Length),
            [HighlightFeature.Nearness] = nearness,
            [HighlightFeature.Margin] = rivals.Length > 0 ? nearness - rivals.Max() : WithoutRival,
            [HighlightFeature.First] = _isFirst ? 1 : 0,
            [HighlightFeature.Coverage] = _coverage,
            [HighlightFeature.PlacePreposition] =
                question.Expected == AnswerType.Place && PlaceBefore().IsMatch(text.AsSpan(0, fact.Start)) ? 1 : 0,
            [HighlightFeature.DatePreposition] =
                question.Expected == AnswerType.Date && DateBefore().IsMatch(text.AsSpan(0, fact.Start)) ? 1 : 0,
            [HighlightFeature.Bracket] = text.AsSpan(0, fact.Start).TrimEnd() is [.., '('] ? 1 : 0,
            [HighlightFeature.WrongSide] = IsOnTheWrongSide(fact) ? 1 : 0,
            [HighlightFeature.OtherUnit] =
                fact.Kind == FactKind.Number
                && IsPercentage(text.AsSpan(fact.Start, fact.Length)) != question.Words.Any(word => IsPercentage(word))
                    ? 1
                    : 0,
            [HighlightFeature.HoldsAsked] = _held.Any(word => word.Start >= fact.Start && word.Start < fact.End) ? 1 : 0,
            [HighlightFeature.Opening] =
                fact.Start == 0 && fact.Kind == FactKind.Name && !text.AsSpan(0, fact.Length).Contains(' ') ? 1 : 0,
            [HighlightFeature.Possessive] =
                text.AsSpan(fact.Start, fact.Length) is [.., '\'' or '’', 's'] || text.AsSpan(fact.End) is ['\'' or '’', 's', ..] ? 1 : 0,
        };
        features[KindOf(question.Expected, fact.Kind)!.Value] = 1;
        AddAskedFor(features, fact);
        return features;
    }

    private void AddAskedFor(FeatureVector<HighlightFeature> features, Fact fact)
    {
        bool IsAskedFor(Word word) => _match.Question.AskedFor.Contains(word.Term);
        bool isNext =
            _sentence.OwnWords.FirstOrDefault(word => word.Start >= fact.End) is { Term: not null } next
            && next.Start - fact.End < Beside
            && IsAskedFor(next);
        features[HighlightFeature.AskedForNext] = isNext ? 1 : 0;
        features[HighlightFeature.AskedForElsewhere] =
            !isNext && fact.Kind == FactKind.Number && _sentence.OwnWords.Any(IsAskedFor) ? 1 : 0;
        features[HighlightFeature.AskedForBefore] =
            _sentence.OwnWords.LastOrDefault(word => EndOf(word) <= fact.Start) is { Term: not null } before
            && fact.Start - EndOf(before) < Beside
            && IsAskedFor(before)
                ? 1
                : 0;
        features[HighlightFeature.AskedForWithin] = _sentence.OwnWords.Any(word =>
            word.Start >= fact.Start && word.Start < fact.End && IsAskedFor(word)
        )
            ? 1
            : 0;
    }

    private double Nearness(Fact fact)
    {
        var near = new double[_match.Terms.Count];
        foreach (var word in _held)
        {
            var place = _match.PlaceOf(word.Term);
            near[place] = Math.Max(near[place], _match.Weights[place] * HalfDistance / (HalfDistance + Distance(fact, word)));
        }

        return near.Sum() / _match.Total / Math.Max(_coverage, 1e-6);
    }

    private int Distance(Fact fact, Word word)
    {
        var (from, to) = word.Start < fact.Start ? (EndOf(word), fact.Start) : (fact.End, word.Start);
        var between = _sentence.Text[from..Math.Max(from, to)];
        return between.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length
            + (OfAClause * between.Count(mark => mark is ';' or ':'))
            + (OfAnEnumeration * Enumeration().Count(between))
            + (OfARival * _facts.Count(other => other.Kind == fact.Kind && other != fact && other.Start >= from && other.Start < to));
    }

    private bool IsOnTheWrongSide(Fact fact) =>
        _held.Length > 0
        && (
            _match.Question.AsksForSubject
                ? fact.Start > _held[^1].Start && !ByBefore().IsMatch(_sentence.Text.AsSpan(0, fact.Start))
                : fact.Start < _held[0].Start
        );

    /// <summary>Returns whether it is a whole word: "S" of "DVB-S2" is none.</summary>
    private bool IsWhole(Fact fact)
    {
        var before = _sentence.Text.AsSpan(0, fact.Start);
        var after = _sentence.Text.AsSpan(fact.End);
        return !(before is [.., var last] && char.IsLetterOrDigit(last))
            && !(before is [.., var joined, '-'] && char.IsLetterOrDigit(joined))
            && !(after is [var next, ..] && char.IsLetterOrDigit(next))
            && !(after is ['-', var joining, ..] && char.IsLetterOrDigit(joining));
    }

    private static bool IsPercentage(ReadOnlySpan<char> text) =>
        text.Contains('%') || text.Contains("percent", StringComparison.OrdinalIgnoreCase);

    private static int EndOf(Word word) => word.Start + word.Spelt.Length;

    [GeneratedRegex(@"[,(]| and | but ", RegexOptions.CultureInvariant, MatchTimeout.Milliseconds)]
    private static partial Regex Enumeration();

    [GeneratedRegex(
        @"\b(?:in|at|from|to|near|of|on)\s$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        MatchTimeout.Milliseconds
    )]
    private static partial Regex PlaceBefore();

    [GeneratedRegex(
        @"\b(?:in|on|since|until|by|from)\s$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        MatchTimeout.Milliseconds
    )]
    private static partial Regex DateBefore();

    [GeneratedRegex(@"\bby\s$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTimeout.Milliseconds)]
    private static partial Regex ByBefore();
}
