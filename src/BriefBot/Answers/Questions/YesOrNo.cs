using System.Text.RegularExpressions;

namespace BriefBot.Answers.Questions;

/// <summary>
/// "Did X …", "is X …". The bot shows what settles it and says neither yes nor no, for the words of the articles decide:
/// "stayed away", "only if nobody is waiting".
/// </summary>
/// <param name="IsOfLeave">Whether it asks for what is allowed.</param>
/// <param name="IsOfWhoAsks">Whether X is whoever asks, or a pronoun: "may I", "is it".</param>
internal sealed partial record YesOrNo(bool IsOfLeave, bool IsOfWhoAsks) : QuestionForm
{
    public static YesOrNo? In(string written) =>
        Asked().IsMatch(written) && !AsksInside().IsMatch(written) ? new YesOrNo(Leave().IsMatch(written), WhoAsks().IsMatch(written)) : null;

    public override bool Frames(string word) => IsOfLeave && Grants(word);

    /// <summary>Whether a text speaks of what is allowed or forbidden.</summary>
    public static bool Grants(string text) => Granted().IsMatch(text);

    [GeneratedRegex(
        """
        ^(?>(?:(?:so|and|but|hey|hi|ok|well|then|also)\ )*)
        (?:
            did|do|does|is|are|was|were|has|have|had|can|could|will|would|should|may|must|am|isn't|aren't|wasn't|weren't
            |didn't|don't|doesn't|hasn't|won't|can't
        )
        \b
        """,
        RegexOptions.IgnorePatternWhitespace, MatchTimeout.Milliseconds)]
    private static partial Regex Asked();

    [GeneratedRegex(@"^(?>(?:(?:so|and|but|hey|hi|ok|well|then|also) )*)(?>\w+) (?:i|we|you|one|somebody|someone|anyone|people|he|she|it|they|this|that|there)\b",
        RegexOptions.None, MatchTimeout.Milliseconds)]
    private static partial Regex WhoAsks();

    [GeneratedRegex(@"\b(?:who|what|when|where|why|which|how|tell|explain|show|list|name)\b", RegexOptions.None, MatchTimeout.Milliseconds)]
    private static partial Regex AsksInside();

    [GeneratedRegex(
        """
        \b(?:allowed|permitted|forbidden|banned|prohibited)\b
        | ^(?>(?:(?:so|and|but|hey|hi|ok|well|also)\ )*)(?:can|could|may|must|should|am)[ ]
          (?:i|we|you|one|somebody|someone|anyone|people)\b
        """,
        RegexOptions.IgnorePatternWhitespace, MatchTimeout.Milliseconds)]
    private static partial Regex Leave();

    [GeneratedRegex(
        """
        \b
        (?:
            allow(?:s|ed)?
            | permit(?:s|ted)?
            | forbid(?:s|den)?
            |forbade
            | ban(?:s|ned)?
            | prohibit(?:s|ed)?
            |may|must|can|can't|cannot|welcome|only\ if|only\ when
            | need(?:s)?\ not
            |free\ to|right\ to
        )
        \b
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace, MatchTimeout.Milliseconds)]
    private static partial Regex Granted();
}
