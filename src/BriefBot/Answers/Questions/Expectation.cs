using System.Text.RegularExpressions;

namespace BriefBot.Answers.Questions;

/// <summary>What kind of thing a question asks for, by its question words.</summary>
internal static partial class Expectation
{
    /// <summary>What <paramref name="question"/>, in lower case, asks for.</summary>
    public static ExpectedAnswer Of(string question) => question switch
    {
        _ when DateAsked().IsMatch(question) => ExpectedAnswer.Date,
        _ when DurationAsked().IsMatch(question) => ExpectedAnswer.Duration,
        _ when NumberAsked().IsMatch(question) => ExpectedAnswer.Number,
        _ when WhoIsAsked().IsMatch(question) => ExpectedAnswer.Definition,
        _ when ReasonAsked().IsMatch(question) => ExpectedAnswer.Reason,
        _ when PersonAsked().IsMatch(question) => ExpectedAnswer.Person,
        _ when PlaceAsked().IsMatch(question) => ExpectedAnswer.Place,
        _ when NameAsked().IsMatch(question) => ExpectedAnswer.Name,
        _ when DefinitionAsked().IsMatch(question) => ExpectedAnswer.Definition,
        _ when MannerAsked().IsMatch(question) => ExpectedAnswer.Manner,
        _ => ExpectedAnswer.Anything,
    };

    /// <summary>What is asked for by name, as "year" in "in which year"; empty where nothing is.</summary>
    public static string NamedThing(string question) => WhatNoun().Match(question).Groups[1].Value;

    [GeneratedRegex(@"\bhow (?:many|much|old|high|tall|far|fast|large|big|long|deep|wide|heavy|often|hot|cold)\b|\b(?:what|which) (?:(?:is|was|are|were) )?(?:the )?(?!has\b|have\b|had\b|does\b|did\b|do\b|type\b|kind\b|is\b|was\b)(?:(?>\w+) )?(?:number|percentage|percent|population|amount|price|cost|age|temperature|distance|total|height|length|speed|quantity|proportion|fraction)\b(?! (?:called|named|known))", RegexOptions.None, MatchTimeout.Milliseconds)]
    private static partial Regex NumberAsked();

    [GeneratedRegex(@"\bwhen(?:'s)? (?:exactly )?(?:did|do|does|was|were|is|are|will|would|can|could|has|have|had|should)\b|^when$|\b(?:what|which) (?:is |was )?(?:the )?(?:(?>\w+) )?(?:year|date|day|month|century|decade|era|period)s?\b|\b(?:at )?what time\b|\bhow long ago\b|\bsince (?:when|what)\b", RegexOptions.None, MatchTimeout.Milliseconds)]
    private static partial Regex DateAsked();

    // "How long is the Rhine?" asks for a length.
    [GeneratedRegex(@"\bhow long\b(?! (?:is|are|can|may|should|must)\b)", RegexOptions.None, MatchTimeout.Milliseconds)]
    private static partial Regex DurationAsked();

    [GeneratedRegex(@"\bwhy\b|\b(?:what|which) (?:is |was |were |are )?(?:the |a )?(?:(?>\w+) )?(?:reason|cause|purpose|motive)s?\b|\bhow come\b|\bwhat (?:caused|made|led|triggered)\b|\bwhat .{0,200} for$", RegexOptions.None, MatchTimeout.Milliseconds)]
    private static partial Regex ReasonAsked();

    [GeneratedRegex(@"\b(?:who|whom|whose)\b|\b(?:what|which) (?:(?>\w+) )?(?:person|man|woman|people|leader|president|minister|king|queen|scientist|author|player|politician|general|emperor|actor|writer|singer|scholar|mathematician|philosopher|physicist)s?\b", RegexOptions.None, MatchTimeout.Milliseconds)]
    private static partial Regex PersonAsked();

    [GeneratedRegex(@"^(?>(?:so |and |ok |tell me )*)who (?:is|was|are|were) (?!the\b|a\b|an\b|in\b|on\b|it\b)(?>[\w'-]+)(?: (?>[\w'-]+)){0,2}$", RegexOptions.None, MatchTimeout.Milliseconds)]
    private static partial Regex WhoIsAsked();

    [GeneratedRegex(@"\bwhere\b|\b(?:in|at|to|from)? ?(?:what|which) (?:(?>\w+) )?(?:city|cities|country|countries|place|town|state|region|continent|river|location|area|province|island|capital|county|ocean|sea|street)s?\b", RegexOptions.None, MatchTimeout.Milliseconds)]
    private static partial Regex PlaceAsked();

    [GeneratedRegex(@"\bwhat (?:is|was|are|were) (?:the )?(?:(?>\w+) ){0,3}(?:name|called|named|title)\b|\b(?:what|which) (?:(?>\w+) )?(?:company|companies|organi[sz]ation|team|book|film|movie|newspaper|university|group|party|nation|agency|law|treaty|act|language|religion|school|war|army|court|theory)s?\b|\bnamed?\b", RegexOptions.None, MatchTimeout.Milliseconds)]
    private static partial Regex NameAsked();

    [GeneratedRegex(@"^(?>(?:so |and |ok |please |can you |tell me )*)(?:what (?:is|are|was|were|does) (?:a |an |the )?(?:(?>[\w'-]+) ?){1,3}(?:mean)?$|define |explain what )", RegexOptions.None, MatchTimeout.Milliseconds)]
    private static partial Regex DefinitionAsked();

    [GeneratedRegex(@"\bhow\b|\bin what (?:way|manner)\b|\bby what means\b", RegexOptions.None, MatchTimeout.Milliseconds)]
    private static partial Regex MannerAsked();

    [GeneratedRegex(@"\b(?:what|which|how many|how much) (?!is\b|are\b|was\b|were\b|did\b|do\b|does\b|has\b|have\b|had\b|can\b|could\b|will\b|would\b|kind\b|type\b)((?>[\w'-]+))", RegexOptions.None, MatchTimeout.Milliseconds)]
    private static partial Regex WhatNoun();
}
