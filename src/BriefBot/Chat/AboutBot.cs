using System.Text.RegularExpressions;
using BriefBot.Answers.Understanding;

namespace BriefBot.Chat;

/// <summary>
/// Answers questions about the bot itself: what it can do, what it is, who runs it, whether it is there, which languages it reads.
/// </summary>
internal static partial class AboutBot
{
    private const string You = @"(?:you|this\ bot|the\ bot|that\ bot|briefbot)";

    private const string Language =
        @"(?:english|german|french|spanish|italian|dutch|swedish|danish|norwegian|polish|portuguese|russian|ukrainian|turkish"
        + @"|arabic|hindi|chinese|japanese|korean|other\ languages)";

    /// <summary>Returns the reply, or null when the question is about something else.</summary>
    public static string? ReplyTo(string text) =>
        Opening().Replace(string.Join(' ', QuestionWords.Split(text)), "") switch
        {
            var asked when Help().IsMatch(asked) => BotTexts.Help,
            var asked when Self().IsMatch(asked) => $"{BotTexts.Self} {BotTexts.Help}",
            var asked when Operator().IsMatch(asked) => BotTexts.Operator,
            var asked when Present().IsMatch(asked) => $"{BotTexts.Here} {BotTexts.Help}",
            var asked when Languages().IsMatch(asked) => BotTexts.Languages,
            _ => null,
        };

    [GeneratedRegex(@"^(?:(?:ok|okay|so|hi|hey|hello|please) )+|(?: please)+$", RegexOptions.NonBacktracking)]
    private static partial Regex Opening();

    [GeneratedRegex(
        $$"""
            ^(?:
                /?help(?:\ me)?|usage|commands
                | (?:can|could)\ you\ help(?:\ me)?(?:\ out)?
                | what\ (?:can|do|does)\ {{You}}\ do(?:\ here|\ for\ (?:me|us)|\ exactly)?
                | what\ can\ i\ ask(?:\ (?:you|here|the\ bot|briefbot))?(?:\ about)?
                | how\ (?:do|can|should)\ (?:i|we)\ (?:use|ask)\ (?:{{You}}|this)
                | how\ (?:do|does)\ (?:{{You}}|this)\ work
                | what\ (?:is|are)\ {{You}}\ (?:good\ )?for
            )$
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.NonBacktracking
    )]
    private static partial Regex Help();

    [GeneratedRegex(
        $$"""
            ^(?:
                (?:who|what)\ (?:are\ you|is\ (?:this|the|that)\ bot)(?:\ exactly)?
                | (?:what|who)\ is\ your\ name
                | do\ you\ have\ a\ name
                | (?:are|is)\ {{You}}\ (?:an?\ )?(?:real\ |actual\ )?
                  (?:bot|robot|human|person|real|ai|machine|program|chatbot|chatgpt|gpt|llm|language\ model|alive)
                | introduce\ yourself|tell\ me\ about\ yourself
            )$
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.NonBacktracking
    )]
    private static partial Regex Self();

    [GeneratedRegex(
        $$"""
            ^(?:
                who\ (?:runs|made|built|created|operates|owns|maintains|hosts|wrote|programmed|developed|is\ behind|is\ responsible\ for)\ {{You}}
                | who\ is\ your\ (?:operator|owner|creator|maker|admin|boss|developer)
            )$
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.NonBacktracking
    )]
    private static partial Regex Operator();

    [GeneratedRegex(
        $$"""
            ^(?:
                test|testing|ping|bot|(?:anyone|anybody)\ there
                | (?:are|is)\ {{You}}\ (?:there|here|online|awake|up|working|on|ok|okay)
                | (?:does|do)\ {{You}}\ (?:still\ )?work
            )$
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.NonBacktracking
    )]
    private static partial Regex Present();

    [GeneratedRegex(
        $$"""
            ^(?:
                (?:do|can)\ {{You}}\ (?:speak|understand|answer\ in|read|know|talk)\ {{Language}}
                | (?:what|which)\ languages?\ (?:do|can)\ {{You}}\ (?:speak|understand|know|read)
                | (?:speak|answer\ in|reply\ in)\ {{Language}}
                | sprichst\ du\ deutsch|sprechen\ sie\ deutsch|kannst\ du\ deutsch|parlez[\ -]vous\ fran[çc]ais|tu\ parles\ fran[çc]ais
                | ¿?hablas?\ espa[ñn]ol|parli\ italiano|spreek\ je\ nederlands|talar\ du\ svenska|fala\ portugu[êe]s|m[óo]wisz\ po\ polsku
            )$
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.NonBacktracking
    )]
    private static partial Regex Languages();
}
