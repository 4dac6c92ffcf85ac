using System.Text.RegularExpressions;

namespace BriefBot.Chat;

/// <summary>What needs no search: greetings, thanks, goodbyes, a call for help, what the bot is and which articles it has.</summary>
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
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace, MatchTimeout.Milliseconds)]
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
        | ^(?:ok|okay|cool|great|nice|perfect|awesome|alright|lol|no\ problem|np|never\ ?mind|nvm)$
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace, MatchTimeout.Milliseconds)]
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
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace, MatchTimeout.Milliseconds)]
    private static partial Regex Goodbye();

    /// <summary>Whether it asks which articles there are.</summary>
    public static bool AsksForSources(string text) => Sources().IsMatch(Around().Replace(text, ""));

    [GeneratedRegex(
        """
        ^
        (?:(?:ok|okay|so|hi|hey|hello)(?>[\s,.!]+))?
        (?:
            /?help(?:\ me)?(?:\ please)?|usage|commands
            | what\ (?:can|do|does)\ (?:you|u|this\ bot|the\ bot|briefbot)\ do(?:\ here|\ for\ (?:me|us))?
            | what\ can\ i\ ask(?:\ (?:you|u|here|the\ bot|briefbot))?(?:\ about)?
            | how\ (?:do|can)\ i\ use\ (?:you|u|this|this\ bot|the\ bot|briefbot)
            | how\ (?:do|does)\ (?:you|u|this\ bot|the\ bot|briefbot)\ work
            | are\ (?:you|u)\ (?:a\ |an\ )?(?:bot|robot|human|person|real|ai|chatbot|chatgpt)
        )
        $
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace, MatchTimeout.Milliseconds)]
    private static partial Regex Help();

    [GeneratedRegex(
        """
        ^
        (?:(?:please|can\ you|could\ you|ok|okay)(?>[\s,.!]+))?
        (?:
            /sources
            | (?:list|show)(?:\ me)?(?:\ all)?(?:\ of)?(?:\ the|\ your)?\ (?:articles|documents)(?:\ you\ (?:have|know))?
            | (?:what|which)\ (?:articles|documents|sources)\ (?:do\ you\ (?:have|know|use)|are\ there|can\ you\ search)
            | (?:what|which)\ are\ your\ (?:articles|documents|sources)
        )
        (?:\ please)?
        $
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace, MatchTimeout.Milliseconds)]
    private static partial Regex Sources();
}
