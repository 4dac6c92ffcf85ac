using System.Text.RegularExpressions;
using BriefBot.Answers.Language;

namespace BriefBot.Answers.Understanding;

/// <summary>A question for a topic: "Is there something on X", or a bare name.</summary>
/// <param name="IsBare">Whether only the topic was typed.</param>
internal sealed partial record TopicAsked(bool IsBare) : QuestionIntent
{
    public static TopicAsked? Parse(string written) =>
        About().Match(written) is { Success: true } about && !FunctionWords.Contains(about.Groups["first"].Value) ? new TopicAsked(false)
        : Bare().Match(written) is { Success: true } bare && !bare.Groups["word"].Captures.Any(word => FunctionWords.Contains(word.Value))
            ? new TopicAsked(true)
        : null;

    public override bool Frames(string word) => !IsBare && Framing().IsMatch(word);

    [GeneratedRegex(
        """
            ^(?:(?:so|and|ok|hi|hey|please|can\ you|could\ you)\ )*
            (?:
                (?:(?:do\ you|have\ you|you)\ (?:have|got|know)|is\ there|are\ there|have\ you\ got|got|i\ need|give\ me|show\ me|find|looking\ for)?\ ?
                (?:any|anything|something|some|info|information|articles?|documents?|everything|details|all)(?:\ (?:info|information|articles?|documents?|pages?|details))?
                | tell\ me(?:\ (?:more|something|everything))?
                | what\ (?:do\ you\ know|is\ there|do\ you\ have|can\ you\ tell\ me)
            )
            \ (?:on|about|regarding|concerning)\ (?:(?:the|an?)\ )?(?<first>[^\ ]+).*$
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.NonBacktracking
    )]
    private static partial Regex About();

    [GeneratedRegex(
        @"^(?:the |an? )?(?<word>[\p{L}\p{N}_.'/+#-]+)(?: (?:of |the |and )?(?<word>[\p{L}\p{N}_.'/+#-]+)){0,2}$",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Bare();

    [GeneratedRegex(
        @"^(?:info|information|articles?|documents?|pages?|details|tell|know|everything|looking|need)$",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Framing();
}
