using System.Text.RegularExpressions;

namespace BriefBot.Answers;

/// <summary>Whether a sentence holds the kind of thing that a question asks for.</summary>
internal static partial class ExpectedFact
{
    /// <summary>A fact this many characters from the nearest word found counts for half.</summary>
    private const double HalfDistance = 40;

    /// <summary>The facts of the sentence that are of the kind asked for and do not stand in the question.</summary>
    public static IEnumerable<Fact> In(QuestionMatch match, Sentence sentence) =>
        KindsOf(match.Question.Expected) is { Length: > 0 } kinds
            ? sentence.Facts.Where(fact => (kinds.Contains(fact.Kind) || (kinds.Contains(FactKind.Number) && IsNoYear(sentence.Text.AsSpan(fact.Start, fact.Length)))) && IsNew(match, sentence.Text.AsSpan(fact.Start, fact.Length)))
            : [];

    /// <summary>What to mark in a reply: the date or number nearest to the question's words; of names all, for one may ask for several.</summary>
    public static IReadOnlyList<Highlight> Mark(QuestionMatch match, Sentence sentence)
    {
        var facts = In(match, sentence).ToArray();
        var marked = match.Question.Expected is ExpectedAnswer.Date or ExpectedAnswer.Number or ExpectedAnswer.Duration
            ? facts.OrderByDescending(fact => Nearness(match, sentence, fact)).Take(1)
            : facts;
        return [.. marked.Select(fact => new Highlight(fact.Start, fact.Length))];
    }

    public static void AddTo(double[] features, QuestionMatch match, Sentence sentence)
    {
        switch (match.Question.Expected)
        {
            case ExpectedAnswer.Reason:
                features[(int)Feature.CauseForReason] = Cause().IsMatch(sentence.Text) ? 1 : 0;
                break;
            case ExpectedAnswer.Manner:
                features[(int)Feature.MeansForManner] = Means().IsMatch(sentence.Text) ? 1 : 0;
                break;
            case ExpectedAnswer.Definition:
                features[(int)Feature.Definition] = Defines(match, sentence) ? 1 : 0;
                break;
            case ExpectedAnswer.Anything:
                break;
            default:
                AddFact(features, match, sentence);
                break;
        }
    }

    private static void AddFact(double[] features, QuestionMatch match, Sentence sentence)
    {
        var nearness = In(match, sentence).Select(fact => Nearness(match, sentence, fact)).DefaultIfEmpty(-1).Max();
        var feature = match.Question.Expected switch
        {
            ExpectedAnswer.Date => Feature.DateForDate,
            ExpectedAnswer.Number or ExpectedAnswer.Duration => Feature.NumberForNumber,
            ExpectedAnswer.Person => Feature.NameForPerson,
            ExpectedAnswer.Place => Feature.NameForPlace,
            _ => Feature.NameForName,
        };
        features[(int)feature] = nearness >= 0 ? 1 : 0;
        features[(int)Feature.NoFact] = nearness >= 0 ? 0 : 1;
        features[(int)Feature.FactNearWords] = Math.Max(nearness, 0);
    }

    private static double Nearness(QuestionMatch match, Sentence sentence, Fact fact)
    {
        var distance = sentence.Words
            .Where(word => match.PlaceOf(word.Term) >= 0)
            .Select(word => word.Start < fact.Start ? fact.Start - word.Start - word.Spelt.Length : Math.Max(word.Start - fact.End, 0))
            .DefaultIfEmpty(int.MaxValue)
            .Min();
        return HalfDistance / (HalfDistance + distance);
    }

    /// <summary>"1013" is written like a year and hardly one.</summary>
    private static bool IsNoYear(ReadOnlySpan<char> fact) => int.TryParse(fact, out var number) && number is < 1500 or > 2100;

    private static bool IsNew(QuestionMatch match, ReadOnlySpan<char> fact)
    {
        foreach (var range in fact.SplitAny(" -,"))
        {
            var word = fact[range].Trim(".'’");
            if (word.Length > 0 && !match.Question.Words.Contains(word.ToString().ToLowerInvariant()))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Defines(QuestionMatch match, Sentence sentence)
    {
        var verb = Copula().Match(sentence.Text);
        var subject = sentence.Words.TakeWhile(word => word.Start < verb.Index).ToArray();
        return verb.Success && subject.Length > 0 && subject.All(word => match.PlaceOf(word.Term) >= 0);
    }

    private static FactKind[] KindsOf(ExpectedAnswer expected) => expected switch
    {
        ExpectedAnswer.Date => [FactKind.Date],
        ExpectedAnswer.Number => [FactKind.Number],
        ExpectedAnswer.Duration => [FactKind.Number, FactKind.Date],
        ExpectedAnswer.Person or ExpectedAnswer.Place or ExpectedAnswer.Name => [FactKind.Name],
        _ => [],
    };

    [GeneratedRegex(@"\b(?:because|due to|since|owing to|as a result|result(?:ed|s|ing)? (?:from|in)|caused?|causing|cause[sd]? by|therefore|thus|hence|so that|in order to|in response|reasons?|led to|leads? to|thanks to|as (?:he|she|they|it)|to (?:avoid|prevent|make|protect|allow|help|ensure|keep|show|gain|reduce|increase|provide|stop))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Cause();

    [GeneratedRegex(@"\b(?:by|through|using|via|with|means of|so that|in which)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Means();

    [GeneratedRegex(@"\b(?:is|are|was|were|refers? to|means?|denotes?) (?:a|an|the|any|one|to|that|when|where|in|defined|known|considered|used)\b|, (?:a|an|the|who|which|head|chief|leader|president|chairman|director|dean|professor|minister|author|founder)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Copula();
}
