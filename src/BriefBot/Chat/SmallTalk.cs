using System.Text.RegularExpressions;

namespace BriefBot.Chat;

/// <summary>What needs no search: greetings, thanks, goodbyes, a call for help.</summary>
internal static partial class SmallTalk
{
    /// <summary>What to say to it, or null when it is a question.</summary>
    public static string? ReplyTo(string text) => Around().Replace(text, "") switch
    {
        var said when Greeting().IsMatch(said) => Words.Greeting,
        var said when Thanks().IsMatch(said) => Words.Welcome,
        var said when Goodbye().IsMatch(said) => Words.Goodbye,
        var said when Help().IsMatch(said) => Words.Help,
        _ => null,
    };

    /// <summary>What stands before the first word and after the last: punctuation, smileys.</summary>
    [GeneratedRegex(@"^[^\w/]+|\W+$")]
    private static partial Regex Around();

    [GeneratedRegex(@"^(?:hi+|hello+|hey+|hiya|yo|greetings|howdy|moin|good (?:morning|afternoon|evening|day))(?:[\s,]+(?:there|bot|briefbot|all|everyone|again))*$", RegexOptions.IgnoreCase)]
    private static partial Regex Greeting();

    [GeneratedRegex(@"^(?:(?:ok|okay|great|cool|nice|perfect|alright|got it)[\s,.!]*)?(?:many thanks|thanks|thank you|thx|ty|cheers|much appreciated)(?:[\s,]+(?:a lot|so much|very much|much|bot|briefbot|again|for (?:the|your) (?:help|answer)))*$", RegexOptions.IgnoreCase)]
    private static partial Regex Thanks();

    [GeneratedRegex(@"^(?:bye+|goodbye|bye bye|see (?:you|ya)(?: later)?|good night|cya)(?:[\s,]+(?:bot|briefbot|all|everyone))*$", RegexOptions.IgnoreCase)]
    private static partial Regex Goodbye();

    [GeneratedRegex(@"^(?:/?help(?: me)?(?: please)?|usage|commands)$", RegexOptions.IgnoreCase)]
    private static partial Regex Help();
}
