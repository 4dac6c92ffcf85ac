using System.Text.RegularExpressions;
using BriefBot.Answers.Language;
using BriefBot.Answers.Ranking;

namespace BriefBot.Answers.Selection;

/// <summary>
/// Detects sentences that quote a person: the name is the subject of a verb of speech ("X, the chair of Y, said", "…, said X"), or follows
/// "according to".
/// </summary>
internal static partial class Attribution
{
    /// <summary>Number of preceding sentences searched for the speaker of "he said".</summary>
    private const int PronounReach = 2;

    /// <summary>Maximum distance in characters between the name and its verb.</summary>
    private const int Reach = 250;

    /// <summary>
    /// Returns whether <paramref name="candidate"/> gives words of the one whose name has the analysed words <paramref name="speaker"/>.
    /// </summary>
    public static bool IsTo(IReadOnlySet<string> speaker, Candidate candidate) =>
        candidate.Sentences.Any(sentence => IsTo(speaker, candidate.Source, sentence));

    private static bool IsTo(IReadOnlySet<string> speaker, PassageSentences source, Sentence sentence)
    {
        return sentence.OwnWords.Any(word =>
                speaker.Contains(word.Term) && IsSpeaker(sentence.Text, word.Start, word.Start + NameLength(word.Spelt))
            )
            || (
                PronounSpeaks().Matches(sentence.Text).Any(IsSpeech)
                && Before(source, sentence).Any(other => other.Words.Any(word => speaker.Contains(word.Term)))
            );
    }

    /// <summary>"Linde's" is Linde.</summary>
    private static int NameLength(string spelt) =>
        spelt.EndsWith("'s", StringComparison.Ordinal) || spelt.EndsWith("’s", StringComparison.Ordinal) ? spelt.Length - 2 : spelt.Length;

    private static IEnumerable<Sentence> Before(PassageSentences source, Sentence sentence) =>
        source.Sentences.Where(other => other.Ordinal < sentence.Ordinal && other.Ordinal >= sentence.Ordinal - PronounReach);

    private static bool IsSpeaker(string text, int start, int end)
    {
        var before = text[Math.Max(0, start - Reach)..start];
        var after = text[end..Math.Min(text.Length, end + Reach)];
        return Named().IsMatch(before)
            || Opinion().IsMatch(after)
            || Verbs(after).Any(verb => BetweenNameAndVerb().IsMatch(after[..verb.Index]))
            || Verbs(before)
                .Any(verb =>
                    AfterQuote().IsMatch(before[..verb.Index]) && BetweenVerbAndName().IsMatch(before[(verb.Index + verb.Length)..])
                );
    }

    private static IEnumerable<Match> Verbs(string text) => Word().Matches(text).Where(IsSpeech);

    private static bool IsSpeech(Match match) => SpeechVerbs.Contains(match.Groups["verb"].ValueSpan);

    [GeneratedRegex(@"(?<verb>\b(?>\w+))", RegexOptions.CultureInvariant, MatchTimeout.Milliseconds)]
    private static partial Regex Word();

    /// <summary>Matches the rest of the name, appositions and adverbs.</summary>
    [GeneratedRegex(
        """
            ^(?:(?>\s+)\p{Lu}(?>[\p{L}'’-]+)){0,4}(?:,[^;:“”"]{1,120},|,)?
            (?:(?>\s+)(?:\w{1,40}ly|also|then|later|once|again|has|had|have|nevertheless|however|even|still|now)){0,8}(?>\s+)$
            """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace,
        MatchTimeout.Milliseconds
    )]
    private static partial Regex BetweenNameAndVerb();

    [GeneratedRegex(@"[,”""’?!](?>\s*)$", RegexOptions.CultureInvariant, MatchTimeout.Milliseconds)]
    private static partial Regex AfterQuote();

    [GeneratedRegex(
        @"^(?>\s+)(?:(?!(?:of|to|about|in|on|for|with|that|from|and|by|at)\b)(?>[\p{L}’'-]+),?(?>\s+)){0,5}$",
        RegexOptions.CultureInvariant,
        MatchTimeout.Milliseconds
    )]
    private static partial Regex BetweenVerbAndName();

    [GeneratedRegex(
        """
            \b(?:according\ to|in\ the\ (?:view|opinion|words|judgement|judgment)\ of)(?>\s+)(?:[^,.;:]{0,60}\s)?$
            | [”"](?>\s*)[—–-](?>\s*)(?:\p{Lu}(?>[\p{L}'’-]+)(?>\s+)){0,3}$
            """,
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace,
        MatchTimeout.Milliseconds
    )]
    private static partial Regex Named();

    [GeneratedRegex(
        @"^(?:(?>\s+)\p{Lu}(?>[\p{L}'’-]+)){0,3}(?:(?>\s*):(?>\s*)[“""]|['’]s (?:view|opinion|words|remark|comment)s?\b)",
        RegexOptions.CultureInvariant,
        MatchTimeout.Milliseconds
    )]
    private static partial Regex Opinion();

    [GeneratedRegex(
        @"\b(?:[Hh]e|[Ss]he|[Tt]hey)(?:(?>\s+)(?:\w{1,40}ly|also|then|later|has|had|have)){0,8}(?>\s+)(?<verb>(?>\w+))",
        RegexOptions.CultureInvariant,
        MatchTimeout.Milliseconds
    )]
    private static partial Regex PronounSpeaks();
}
