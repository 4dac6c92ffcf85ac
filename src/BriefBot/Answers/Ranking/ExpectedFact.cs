using System.Text.RegularExpressions;
using BriefBot.Answers.Language;
using BriefBot.Answers.Understanding;

namespace BriefBot.Answers.Ranking;

/// <summary>Indicates whether a sentence holds the kind of thing that a question asks for.</summary>
internal static partial class ExpectedFact
{
    /// <summary>Minimum weight of a term that may be the subject of a definition; lower ones come from an earlier question.</summary>
    private const double LeastSubject = 0.5;

    /// <summary>Returns the facts of the sentence that are of the expected type and not part of the question.</summary>
    public static IEnumerable<Fact> Find(QuestionMatch match, Sentence sentence) =>
        sentence.Facts.Where(fact => IsExpected(match.Question.Expected, sentence.Text, fact) && IsNew(match, sentence, fact));

    public static void AddTo(
        FeatureVector<RankingFeature> features,
        QuestionMatch match,
        PassageSentences source,
        IReadOnlyList<Sentence> sentences
    )
    {
        switch (match.Question.Expected)
        {
            case AnswerType.Manner:
                features[RankingFeature.MeansForManner] = sentences.Any(sentence => Means().IsMatch(sentence.Text)) ? 1 : 0;
                break;
            case AnswerType.Definition:
                features[RankingFeature.Definition] = sentences.Any(sentence => Defines(match, sentence)) ? 1 : 0;
                break;
            case AnswerType.Reason or AnswerType.Anything:
                break;
            default:
                AddFact(features, match, source, sentences);
                break;
        }
    }

    private static void AddFact(
        FeatureVector<RankingFeature> features,
        QuestionMatch match,
        PassageSentences source,
        IReadOnlyList<Sentence> sentences
    )
    {
        var hasFact =
            sentences.Any(sentence => Find(match, sentence).Any()) || (match.Question.Expected == AnswerType.Date && source.IsDated);
        var feature = match.Question.Expected switch
        {
            AnswerType.Date => RankingFeature.DateForDate,
            AnswerType.Number or AnswerType.Duration => RankingFeature.NumberForNumber,
            AnswerType.Person => RankingFeature.NameForPerson,
            AnswerType.Place => RankingFeature.NameForPlace,
            _ => RankingFeature.NameForName,
        };
        features[feature] = hasFact ? 1 : 0;
        features[RankingFeature.NoFact] = hasFact ? 0 : 1;
    }

    /// <summary>"1013" is written like a year and hardly one.</summary>
    private static bool IsNoYear(ReadOnlySpan<char> fact) => int.TryParse(fact, out var number) && number is < 1500 or > 2100;

    /// <summary>Returns whether it contains something that is not part of the question.</summary>
    public static bool IsNew(QuestionMatch match, Sentence sentence, Fact fact)
    {
        var text = sentence.Text.AsSpan(fact.Start, fact.Length);
        foreach (var range in text.SplitAny(" -,"))
        {
            var word = text[range].Trim(".'’");
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
        var subject = sentence.OwnWords.TakeWhile(word => word.Start < verb.Index).ToArray();
        return verb.Success
            && subject.All(word => match.PlaceOf(word.Term) >= 0)
            && subject.Any(word => match.Terms[match.PlaceOf(word.Term)].Asked.Boost >= LeastSubject);
    }

    private static bool IsExpected(AnswerType expected, string text, Fact fact) =>
        expected switch
        {
            AnswerType.Date => fact.Kind == FactKind.Date,
            AnswerType.Number => fact.Kind == FactKind.Number
                || (fact.Kind == FactKind.Date && IsNoYear(text.AsSpan(fact.Start, fact.Length))),
            AnswerType.Duration => IsDuration(text, fact),
            AnswerType.Person or AnswerType.Place or AnswerType.Name => fact.Kind == FactKind.Name,
            _ => false,
        };

    /// <summary>A number of years or days, or a date since or until which.</summary>
    private static bool IsDuration(string text, Fact fact) =>
        fact.Kind switch
        {
            FactKind.Number => TimeUnit().IsMatch(text.AsSpan(fact.End)),
            FactKind.Date => Boundary().IsMatch(text.AsSpan(0, fact.Start)),
            _ => false,
        };

    [GeneratedRegex(
        @"^(?>[\s-]+)(?:(?>\w+)(?>[\s-]+))?(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies))\b",
        RegexOptions.CultureInvariant,
        MatchTimeout.Milliseconds
    )]
    private static partial Regex TimeUnit();

    [GeneratedRegex(
        """
            \b(?:since|from|until|till|between|to|through)(?>\s+)(?:at\ least(?>\s+))?(?:about(?>\s+))?(?:the(?>\s+))?
            (?:early(?>\s+)|late(?>\s+)|mid-?)?$
            """,
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace,
        MatchTimeout.Milliseconds
    )]
    private static partial Regex Boundary();

    [GeneratedRegex(
        @"\b(?:by|through|using|via|with|means of|so that|in which)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        MatchTimeout.Milliseconds
    )]
    private static partial Regex Means();

    [GeneratedRegex(
        """
              \b(?:is|are|was|were|refers?\ to|means?|denotes?)[ ]
              (?:a|an|the|any|one|to|that|when|where|in|defined|known|considered|used)
              \b
            | ,\ (?:a|an|the|who|which)\b
            """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace,
        MatchTimeout.Milliseconds
    )]
    private static partial Regex Copula();
}
