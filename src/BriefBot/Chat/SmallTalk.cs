using System.Text.RegularExpressions;

namespace BriefBot.Chat;

/// <summary>Recognizes messages that need no search: greetings, thanks, goodbyes, yes or no, questions about the bot.</summary>
internal static partial class SmallTalk
{
    /// <summary>Returns the reply, or null when the message is a question.</summary>
    public static string? ReplyTo(string text) =>
        AboutBot.ReplyTo(text)
        ?? Around().Replace(text, "") switch
        {
            var said when Greeting().IsMatch(said) => BotTexts.Greeting,
            var said when Thanks().IsMatch(said) => BotTexts.Welcome,
            var said when Goodbye().IsMatch(said) => BotTexts.Goodbye,
            var said when Agrees().IsMatch(said) => BotTexts.Acknowledged,
            var said when Denies().IsMatch(said) => BotTexts.Misunderstood,
            _ => null,
        };

    /// <summary>Matches punctuation and emoticons around the words.</summary>
    [GeneratedRegex(@"^(?>[^\w/]+)|(?<!\W)(?>\W+)$", RegexOptions.None, MatchTimeout.Milliseconds)]
    private static partial Regex Around();

    [GeneratedRegex(
        """
            ^
            (?:
                h(?>i+)
                | hell(?>o+)
                | he(?>y+)
                |hiya|heya?|yo|sup|greetings|howdy|moin|hallo|morning|evening
                | (?:a\ )?(?:very\ )?good\ (?:morning|afternoon|evening|day)
                | (?:how\ are|how're)\ (?:you|u|things)
                | how(?:'s|\ is)\ it\ going
                |what'?s\ up|wh?assup|nice\ to\ meet\ you
            )
            (?>
                (?:
                    (?>[\s,.!]+)
                    (?:
                        there|bot|briefbot|all|everyone|everybody|guys|folks|again|today|doing|hi|hello|how\ are\ you
                        | how(?:'s|\ is)\ it\ going
                        |what'?s\ up|nice\ to\ meet\ you
                    )
                )*
            )
            $
            """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace,
        MatchTimeout.Milliseconds
    )]
    private static partial Regex Greeting();

    [GeneratedRegex(
        """
              ^
              (?:(?:ok|okay|oh|ah|wow|great|cool|nice|perfect|awesome|alright|got\ it|no|yes|yeah|good)(?>[\s,.!]*)){0,6}
              (?:
                  many\ thanks|thanks|thank\ you|thank\ u|thankyou|thx|thnx|tnx|tysm|ty|cheers|much\ appreciated
                  | (?:i\ )?(?:really\ )?appreciate\ (?:it|that)
                  | (?:that|this|it)\ (?:helps|helped|was\ helpful|is\ helpful)
                  | (?:very\ |so\ |that's\ |thats\ )?helpful
                  | (?:good|great|nice)\ (?:job|bot|answer|work)
                  |well\ done|got\ it|i\ see|makes\ sense|understood|good\ to\ know
              )
              (?>
                  (?:
                      (?>[\s,.!]+)
                      (?:
                          a\ lot|a\ bunch|a\ million|so\ much|very\ much|much|bot|briefbot|mate|man|again|everyone|all
                          |that\ helps|that\ helped|that\ was\ helpful|that's\ all
                          | for\ (?:the|your|that)\ ?(?:help|answers?|information|info)?
                          |you\ too
                      )
                  )*
              )
              $
            """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace,
        MatchTimeout.Milliseconds
    )]
    private static partial Regex Thanks();

    [GeneratedRegex(
        """
            ^(?:(?:ok|okay|well|thanks)(?>[\s,.!]*))?
            (?:
                by(?>e+)
                |goodbye|bye\ bye
                | see\ (?:you|ya|u)(?:\ later|\ soon|\ tomorrow)?
                |good\ ?night|cya|farewell|take\ care
                | have\ a\ (?:nice|good|great)\ (?:day|evening|one|weekend)
                | (?:talk\ to\ you|ttyl|laters?)
            )
            (?>(?:(?>[\s,.!]+)(?:bot|briefbot|all|everyone|now|then|later|bye|take\ care))*)$
            """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace,
        MatchTimeout.Milliseconds
    )]
    private static partial Regex Goodbye();

    [GeneratedRegex(
        """
            ^(?:
                (?:
                    yes|yeah|yep|yup|sure|right|correct|exactly|true|indeed|ok|okay|k|kk|cool|great|nice|perfect|awesome|alright|all\ right|fine|good
                    |lol|lmao|haha|hehe|wow|hmm?|no\ problem|np|never\ ?mind|nvm
                )
                [\s,.!]*
            ){1,3}$
            """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.NonBacktracking
    )]
    private static partial Regex Agrees();

    private const string Untrue = @"(?:what\ i\ (?:asked|meant|wanted)(?:\ for)?|right|correct|true|it|helpful|my\ question)";

    [GeneratedRegex(
        $$"""
            ^(?:(?:no|nope|nah|ok|but|sorry|hmm?)[\s,.!]+){0,2}
            (?:
                no|nope|nah|wrong|incorrect|false|not\ {{Untrue}}
                | (?:that|this|it)(?:\ is|['’]?s)?\ (?:not\ {{Untrue}}|wrong|incorrect|false|nonsense|rubbish)
                | (?:that|this|it)\ (?:is|was|does|did)(?:n['’]?t|\ not)\ (?:{{Untrue}}|help|answer\ (?:it|that|my\ question))
                | (?:you\ are|you['’]?re|ur|u\ r)\ wrong
                | (?:bad|stupid|useless)\ (?:bot|answer)
            )$
            """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.NonBacktracking
    )]
    private static partial Regex Denies();

    /// <summary>Returns whether it asks for the source of the last answer.</summary>
    public static bool AsksForSource(string text) => Source().IsMatch(Around().Replace(text, ""));

    [GeneratedRegex(
        """
            ^
            (?:(?:ok|okay|and|but)(?>[\s,.!]+))?
            (?:
                (?:source|sources|link|links|proof|evidence|citation|reference)(?:\ please)?
                | (?:what|where)(?:\ is|'?s)\ (?:your|the)\ (?:source|proof|evidence|link)
                | where\ (?:does\ it|did\ you|do\ you)\ (?:say|get|have|find|read)\ (?:that|this|it)(?:\ from)?
                | where(?:\ is|'?s)\ (?:that|this|it)\ (?:from|written)
                | (?:says|said)\ who|who\ says(?:\ (?:that|so))?|how\ do\ you\ know(?:\ that)?
            )
            $
            """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace,
        MatchTimeout.Milliseconds
    )]
    private static partial Regex Source();
}
