using System.Text.RegularExpressions;
using BriefBot.Answers.Language;
using BriefBot.Retrieval;

namespace BriefBot.Answers.Understanding;

/// <summary>A question for quotes, "What does X say about Y": only words of X about Y answer it.</summary>
/// <param name="Name">The speaker as typed, in lower case.</param>
/// <param name="Speaker">The analyzed words of the name; empty for a pronoun.</param>
/// <param name="IsLoose">Whether other sentences will do when none is the speaker's: "according to X", "what does X think".</param>
internal sealed partial record QuotationIntent(string Name, IReadOnlySet<string> Speaker, bool IsLoose = false) : QuestionIntent
{
    /// <summary>Maximum number of words in a name.</summary>
    private const int MaxNameWords = 6;

    public static QuotationIntent? Parse(string written, ITextAnalyzer analyzer)
    {
        var asked = Asked().Match(written);
        var name = asked.Groups["speaker"].Value;
        var speaker = Pronoun().IsMatch(name) ? [] : analyzer.Analyze(name).Select(token => token.Term).ToHashSet();
        return !asked.Success || NobodyInParticular().IsMatch(name) || speaker.Count > MaxNameWords
            ? null
            : new QuotationIntent(name, speaker, asked.Groups["loose"].Success);
    }

    /// <summary>Returns the intent for the subject of an earlier question.</summary>
    public static QuotationIntent By(IReadOnlyList<QueryTerm> speaker) =>
        new(string.Join(' ', speaker.Select(term => term.Word)), speaker.Select(term => term.Term).ToHashSet());

    public override bool Frames(string word) => SpeechVerbs.Contains(word);

    [GeneratedRegex(
        """
              \bwhat\ (?:else\ )?(?:does|did|do|has|have|had)\ (?<speaker>.{1,100}?)\ (?:actually\ |really\ |ever\ |publicly\ )?
              (?:
                  say|said|tell|told|write|wrote|written
                  | (?:argue|claim|report|reply|comment|state)(?=$|\ about|\ of|\ on|\ that|\ to|\ in)
                  | (?<loose>think|thought|believe)(?=$|\ about|\ of|\ on|\ that)
              )
              (?:\b|$)
            | \bwhat\ (?:is|was|are|were)\ (?<speaker>.{1,100}?)\ (?:saying|telling|writing|arguing|claiming)\b
            | \baccording\ to\ (?<loose>)(?<speaker>.{1,100}?)[ ]
              (?:what|who|when|where|why|how|which|is|are|was|were|did|does|do|has|have|in|on|for|at)
              \b
            | \baccording\ to\ (?<loose>)(?<speaker>.{1,100})$
            | \bwhat(?:\ is|\ was|'s)\ (?<speaker>.{1,100}?)(?:'s|s')\ (?<loose>view|opinion|take|position|stance|comment)s?\b
            """,
        RegexOptions.IgnorePatternWhitespace,
        MatchTimeout.Milliseconds
    )]
    private static partial Regex Asked();

    [GeneratedRegex(
        """
            ^
            (?>
                (?:
                    (?:
                        the|this|that|these|those|your|you|an?|any|all|some|most|one|we|people|anybody|anyone|everybody
                        |everyone|somebody|someone|it|i|u
                    )
                    \b\ ?
                )*
            )
            (?:articles?|texts?|documents?|pages?|folders?|books?|files?|bot|briefbot|news|there)?
            $
            """,
        RegexOptions.IgnorePatternWhitespace,
        MatchTimeout.Milliseconds
    )]
    private static partial Regex NobodyInParticular();

    [GeneratedRegex(@"^(?:he|she|they)$", RegexOptions.None, MatchTimeout.Milliseconds)]
    private static partial Regex Pronoun();
}
