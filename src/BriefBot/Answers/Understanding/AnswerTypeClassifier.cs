using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace BriefBot.Answers.Understanding;

/// <summary>Classifies questions by the type of answer they ask for, from their question words.</summary>
internal static partial class AnswerTypeClassifier
{
    private static readonly FrozenDictionary<string, AnswerType> Things = WordList
        .Lines("Answers/Understanding/asked-things.tsv")
        .Select(line => line.Split('\t'))
        .SelectMany(line => line[1].Split(' ').Select(noun => (noun, kind: Enum.Parse<AnswerType>(line[0]))))
        .ToFrozenDictionary(thing => thing.noun, thing => thing.kind, StringComparer.Ordinal);

    /// <summary>Returns the type of answer of <paramref name="question"/>, in lower case with single spaces between words.</summary>
    public static AnswerType Classify(string question)
    {
        var words = question.Split(' ');
        return question switch
        {
            _ when WhenAsked().IsMatch(question) || Names(words, AnswerType.Date) => AnswerType.Date,
            _ when DurationAsked().IsMatch(question) => AnswerType.Duration,
            _ when MeasureAsked().IsMatch(question) || Names(words, AnswerType.Number) => AnswerType.Number,
            _ when WhoIsAsked().IsMatch(question) => AnswerType.Definition,
            _ when WhyAsked().IsMatch(question) || Names(words, AnswerType.Reason) => AnswerType.Reason,
            _ when WhoAsked().IsMatch(question) || Names(words, AnswerType.Person) => AnswerType.Person,
            _ when WhereAsked().IsMatch(question) || Names(words, AnswerType.Place) => AnswerType.Place,
            _ when NameAsked().IsMatch(question) || Names(words, AnswerType.Name) => AnswerType.Name,
            _ when DefinitionAsked().IsMatch(question) => AnswerType.Definition,
            _ when MannerAsked().IsMatch(question) => AnswerType.Manner,
            _ => AnswerType.Anything,
        };
    }

    /// <summary>Returns the noun asked for, as "year" in "in which year"; empty where there is none.</summary>
    public static string NamedThing(string question) => WhatNoun().Match(question).Groups[1].Value;

    /// <summary>Returns whether the first question word is followed by a predicate: "who founded it", not "who did he meet".</summary>
    public static bool IsOfTheSubject(IReadOnlyList<string> words)
    {
        var at = words.ToList().FindIndex(word => word is "who" or "what" or "which" or "when" or "where" or "how" or "whom" or "whose");
        return at >= 0 && at + 1 < words.Count && words[at] is "who" or "what" or "which" && !Auxiliary().IsMatch(words[at + 1]);
    }

    /// <summary>Returns whether a noun of this type is named: "which year", "in what northern city", "what is the total number".</summary>
    private static bool Names(string[] words, AnswerType kind)
    {
        // "What is the capital" asks for a name, "what is the population" for a number.
        var mayBeSaidToBe = kind is AnswerType.Number or AnswerType.Date or AnswerType.Reason;
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] is "what" or "which")
            {
                var at = i + 1;
                at += mayBeSaidToBe && At(words, at) is "is" or "was" or "are" or "were" ? 1 : 0;
                at += mayBeSaidToBe && At(words, at) is "the" or "a" ? 1 : 0;
                if (IsOfKind(words, at, kind) || (!IsVerb(At(words, at)) && IsOfKind(words, at + 1, kind)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static string At(string[] words, int at) => at < words.Length ? words[at] : "";

    private static bool IsVerb(string word) =>
        word is "has" or "have" or "had" or "does" or "did" or "do" or "is" or "was" or "type" or "kind";

    private static bool IsOfKind(string[] words, int at, AnswerType kind)
    {
        var word = At(words, at);
        return (Things.TryGetValue(word, out var known) || (word.EndsWith('s') && Things.TryGetValue(word[..^1], out known)))
            && known == kind
            && At(words, at + 1) is not ("called" or "named" or "known");
    }

    [GeneratedRegex(
        "^(?:is|was|are|were|did|does|do|has|have|had|will|would|can|could|should|may|might|must|been|be)$",
        RegexOptions.None,
        MatchTimeout.Milliseconds
    )]
    private static partial Regex Auxiliary();

    [GeneratedRegex(
        """
            \bhow\ (?:many|much|old|high|tall|far|fast|large|big|long|deep|wide|heavy|often|hot|cold)\b
            """,
        RegexOptions.IgnorePatternWhitespace,
        MatchTimeout.Milliseconds
    )]
    private static partial Regex MeasureAsked();

    [GeneratedRegex(
        """
            \bwhen(?:'s)?\ (?:exactly\ )?(?:did|do|does|was|were|is|are|will|would|can|could|has|have|had|should)\b
            | ^when$
            | \b(?:at\ )?what\ time\b
            | \bhow\ long\ ago\b
            | \bsince\ (?:when|what)\b
            """,
        RegexOptions.IgnorePatternWhitespace,
        MatchTimeout.Milliseconds
    )]
    private static partial Regex WhenAsked();

    // "How long is the Rhine?" asks for a length.
    [GeneratedRegex(@"\bhow long\b(?! (?:is|are|can|may|should|must)\b)", RegexOptions.None, MatchTimeout.Milliseconds)]
    private static partial Regex DurationAsked();

    [GeneratedRegex(
        """
            \bwhy\b
            | \bhow\ come\b
            | \bwhat\ (?:caused|made|led|triggered)\b
            | \bwhat\ .{0,200}\ for$
            """,
        RegexOptions.IgnorePatternWhitespace,
        MatchTimeout.Milliseconds
    )]
    private static partial Regex WhyAsked();

    [GeneratedRegex(@"\b(?:who|whom|whose)\b", RegexOptions.None, MatchTimeout.Milliseconds)]
    private static partial Regex WhoAsked();

    [GeneratedRegex(
        """
            ^(?>(?:so\ |and\ |ok\ |tell\ me\ )*)
            who\ (?:is|was|are|were)[ ]
            (?!the\b|a\b|an\b|in\b|on\b|it\b)
            (?>[\w'-]+)(?:\ (?>[\w'-]+)){0,2}$
            """,
        RegexOptions.IgnorePatternWhitespace,
        MatchTimeout.Milliseconds
    )]
    private static partial Regex WhoIsAsked();

    [GeneratedRegex(@"\bwhere\b", RegexOptions.None, MatchTimeout.Milliseconds)]
    private static partial Regex WhereAsked();

    [GeneratedRegex(
        """
            \bwhat\ (?:is|was|are|were)\ (?:the\ )?(?:(?>\w+)\ ){0,3}(?:name|called|named|title)\b
            | \bnamed?\b
            """,
        RegexOptions.IgnorePatternWhitespace,
        MatchTimeout.Milliseconds
    )]
    private static partial Regex NameAsked();

    [GeneratedRegex(
        """
            ^(?>(?:so\ |and\ |ok\ |please\ |can\ you\ |tell\ me\ )*)
            (?:
                what\ (?:is|are|was|were|does)\ (?:a\ |an\ |the\ )?(?:(?>[\w'-]+)\ ?){1,3}(?:mean)?$
                | define[ ]
                | explain\ what[ ]
            )
            """,
        RegexOptions.IgnorePatternWhitespace,
        MatchTimeout.Milliseconds
    )]
    private static partial Regex DefinitionAsked();

    [GeneratedRegex(@"\bhow\b|\bin what (?:way|manner)\b|\bby what means\b", RegexOptions.None, MatchTimeout.Milliseconds)]
    private static partial Regex MannerAsked();

    [GeneratedRegex(
        """
            \b(?:what|which|how\ many|how\ much)[ ]
            (?!(?:is|are|was|were|did|do|does|has|have|had|can|could|will|would|kind|type)\b)
            ((?>[\w'-]+))
            """,
        RegexOptions.IgnorePatternWhitespace,
        MatchTimeout.Milliseconds
    )]
    private static partial Regex WhatNoun();
}

/// <summary>The type of answer a question asks for.</summary>
internal enum AnswerType
{
    Anything,
    Date,
    Number,
    Duration,
    Person,
    Place,
    Name,
    Reason,
    Manner,
    Definition,
}
