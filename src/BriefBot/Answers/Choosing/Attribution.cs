using System.Text.RegularExpressions;
using BriefBot.Answers.Ranking;
using BriefBot.Answers.Sentences;

namespace BriefBot.Answers.Choosing;

/// <summary>
/// Whether a sentence gives somebody's words: the name is the subject of a verb of speech ("X, the chair of Y, said",
/// "…, said X"), or stands in "according to X".
/// </summary>
internal static partial class Attribution
{
    /// <summary>How many sentences before it "he said" may look for its speaker.</summary>
    private const int PronounReach = 2;

    /// <summary>How many characters from the name its verb is looked for.</summary>
    private const int Reach = 250;

    private const string Speech =
        "sa(?:y|ys|id|ying)|tells?|told|writes?|wrote|argue[sd]?|reports?|reported|claim(?:s|ed)?|states?|stated|explain(?:s|ed)?|add(?:s|ed)?|not(?:es|ed)|warn(?:s|ed)?|insist(?:s|ed)?|maintain(?:s|ed)?|declare[sd]?|"
        + "announce[sd]?|calls?|called|describe[sd]?|thinks?|thought|believe[sd]?|holds?|held|repl(?:y|ies|ied)|answer(?:s|ed)?|ask(?:s|ed)?|suggest(?:s|ed)?|admit(?:s|ted)?|den(?:y|ies|ied)|predict(?:s|ed)?|estimate[sd]?|"
        + "promise[sd]?|urge[sd]?|demand(?:s|ed)?|criticise[sd]?|criticize[sd]?|praise[sd]?|comment(?:s|ed)?|confirm(?:s|ed)?|stress(?:es|ed)?|remark(?:s|ed)?|propose[sd]?|recall(?:s|ed)?|complain(?:s|ed)?";

    /// <summary>Whether <paramref name="word"/>, in lower case, is a verb of speech.</summary>
    public static bool IsSpeech(string word) => Verb().Match(word) is { Success: true } verb && verb.Length == word.Length;

    /// <summary>Whether <paramref name="candidate"/> gives words of the one whose name has the analysed words <paramref name="speaker"/>.</summary>
    public static bool IsTo(IReadOnlySet<string> speaker, Candidate candidate)
    {
        var sentence = candidate.Sentence;
        return sentence.OwnWords.Any(word => speaker.Contains(word.Term) && IsSpeaker(sentence.Text, word.Start, word.Start + word.Spelt.Length))
            || (PronounSpeaks().IsMatch(sentence.Text) && Before(candidate).Any(other => other.Words.Any(word => speaker.Contains(word.Term))));
    }

    private static IEnumerable<Sentence> Before(Candidate candidate) => candidate.Source.Sentences.Where(other =>
        other.Ordinal < candidate.Sentence.Ordinal && other.Ordinal >= candidate.Sentence.Ordinal - PronounReach);

    private static bool IsSpeaker(string text, int start, int end)
    {
        var before = text[Math.Max(0, start - Reach)..start];
        var after = text[end..Math.Min(text.Length, end + Reach)];
        return Named().IsMatch(before)
            || Opinion().IsMatch(after)
            || Verb().Matches(after).Any(verb => BetweenNameAndVerb().IsMatch(after[..verb.Index]))
            || Verb().Matches(before).Any(verb => AfterQuote().IsMatch(before[..verb.Index]) && BetweenVerbAndName().IsMatch(before[(verb.Index + verb.Length)..]));
    }

    [GeneratedRegex(@"\b(?:" + Speech + @")\b", RegexOptions.CultureInvariant, MatchTimeout.Milliseconds)]
    private static partial Regex Verb();

    /// <summary>The rest of the name, what it is put beside, adverbs.</summary>
    [GeneratedRegex(@"^(?:(?>\s+)\p{Lu}(?>[\p{L}'’-]+)){0,4}(?:,[^;:“”""]{1,120},|,)?(?:(?>\s+)(?:\w{1,40}ly|also|then|later|once|again|has|had|have|nevertheless|however|even|still|now)){0,8}(?>\s+)$", RegexOptions.CultureInvariant, MatchTimeout.Milliseconds)]
    private static partial Regex BetweenNameAndVerb();

    [GeneratedRegex(@"[,”""’?!](?>\s*)$", RegexOptions.CultureInvariant, MatchTimeout.Milliseconds)]
    private static partial Regex AfterQuote();

    [GeneratedRegex(@"^(?>\s+)(?:(?!(?:of|to|about|in|on|for|with|that|from|and|by|at)\b)(?>[\p{L}’'-]+),?(?>\s+)){0,5}$", RegexOptions.CultureInvariant, MatchTimeout.Milliseconds)]
    private static partial Regex BetweenVerbAndName();

    [GeneratedRegex(@"\b(?:according to|in the (?:view|opinion|words|judgement|judgment) of)(?>\s+)(?:[^,.;:]{0,60}\s)?$|[”""](?>\s*)[—–-](?>\s*)(?:\p{Lu}(?>[\p{L}'’-]+)(?>\s+)){0,3}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, MatchTimeout.Milliseconds)]
    private static partial Regex Named();

    [GeneratedRegex(@"^(?:(?>\s+)\p{Lu}(?>[\p{L}'’-]+)){0,3}(?:(?>\s*):(?>\s*)[“""]|['’]s (?:view|opinion|words|remark|comment)s?\b)", RegexOptions.CultureInvariant, MatchTimeout.Milliseconds)]
    private static partial Regex Opinion();

    [GeneratedRegex(@"\b(?:[Hh]e|[Ss]he|[Tt]hey)(?:(?>\s+)(?:\w{1,40}ly|also|then|later|has|had|have)){0,8}(?>\s+)(?:" + Speech + @")\b", RegexOptions.CultureInvariant, MatchTimeout.Milliseconds)]
    private static partial Regex PronounSpeaks();
}
