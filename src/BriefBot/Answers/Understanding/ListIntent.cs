using System.Text.RegularExpressions;

namespace BriefBot.Answers.Understanding;

/// <summary>"Which leaders …", "name the …": several things are asked for.</summary>
/// <param name="IsTold">Whether it begins with "list" or the like.</param>
internal sealed partial record ListIntent(bool IsTold) : QuestionIntent
{
    public static ListIntent? Parse(string written) =>
        Told().IsMatch(written) ? new ListIntent(true)
        : Plural().IsMatch(written) && !Single().IsMatch(written) ? new ListIntent(false)
        : null;

    public override bool Frames(string word) => IsTold && word is "list" or "enumerate";

    [GeneratedRegex(
        """
            ^
            (?>(?:(?:please|can\ you|could\ you|and|so|now|then|just)\ )*)
            (?:
                list|name|enumerate
                | give\ me\ (?:a\ list|the\ list|all|the\ names)
                | tell\ me\ (?:all|the\ names)
            )
            \b
            """,
        RegexOptions.IgnorePatternWhitespace,
        MatchTimeout.Milliseconds
    )]
    private static partial Regex Told();

    /// <summary>Matches a plural noun with the words that may precede it.</summary>
    private const string Things = """
        (?:(?:the|all|some|other|main|different|two|three|four|five|six|seven|\d{1,9})\ ){0,4}
        (?:(?>[a-z-]+)\ )?
        (?:
            (?!(?:is|was|has|does|its|his|this|us|news|politics|species|series|always)\b)[a-z-]{2,40}[a-rt-z]s
            | people|men|women|children
        )
        \b(?<!ss|us)
        """;

    [GeneratedRegex(
        $$"""
            \bwhich\ (?:(?:are|were)\ )?{{Things}}
            | \b(?:what|who)\ (?:are|were)\ the\ {{Things}}
            | \bwhat\ {{Things}}\ (?:are|were|do|did|have|had|can|could|may|should|must|will|would|of|in)\b
            | ^who\ (?:are|were)\ the\b
            """,
        RegexOptions.IgnorePatternWhitespace,
        MatchTimeout.Milliseconds
    )]
    private static partial Regex Plural();

    [GeneratedRegex(
        @"\b(?:what|which) (?:is|was|does|did|do|year|day|date|time|kind|type)\b|\bhow (?:many|much|long|old)\b",
        RegexOptions.None,
        MatchTimeout.Milliseconds
    )]
    private static partial Regex Single();
}
