using System.Globalization;
using System.Text.RegularExpressions;
using BriefBot.Answers.Generation;
using BriefBot.Answers.Language;
using BriefBot.Knowledge;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Service.Answers;

/// <summary>
/// Reads a model's reply: plain sentences, each followed by passage numbers in brackets and the words that prove it. Nothing in it is
/// trusted.
/// </summary>
internal static partial class ModelReply
{
    /// <summary>No more of a reply is read.</summary>
    private const int MaxLength = 20_000;

    private const int MaxSentences = 12;

    /// <summary>Returns whether it says that the passages do not answer; its sentences.</summary>
    public static (bool IsNoAnswer, IReadOnlyList<DraftSentence> Sentences) Read(string reply, IReadOnlyList<PassageSentences> given)
    {
        var text = reply.Length > MaxLength ? reply[..MaxLength] : reply;
        var lines = text.Split('\n')
            .Where(line => !Repeated().IsMatch(line))
            .Select(line => Bullet().Replace(Emphasis().Replace(line, ""), "").Trim());
        DraftSentence[] sentences = [.. Joined(lines.SelectMany(line => Sentences(line, given))).Take(MaxSentences)];
        return (NoAnswer().IsMatch(text), sentences);
    }

    /// <summary>Returns the complete sentences, with their proofs, of a reply that broke off.</summary>
    public static string Completed(string reply) => reply[..(reply.LastIndexOf(']') + 1)];

    /// <summary>Returns the sentences, with their proofs, to which nothing is added any more by a reply that goes on.</summary>
    public static string Finished(string reply)
    {
        var completed = Completed(reply);
        // Another number may follow, until the next sentence begins.
        return reply[completed.Length..].Trim(' ', '.', '!') is { Length: > 0 } next && next[0] != '[' ? completed : "";
    }

    /// <summary>Joins a "Yes." or "No." with the sentence after it, which says what it stands for.</summary>
    private static IEnumerable<DraftSentence> Joined(IEnumerable<DraftSentence> sentences)
    {
        DraftSentence? lead = null;
        foreach (var sentence in sentences)
        {
            if (lead is null && YesOrNo().IsMatch(sentence.Text))
            {
                lead = sentence;
                continue;
            }

            yield return lead is null
                ? sentence
                : sentence with
                {
                    Text = $"{lead.Text} {sentence.Text}",
                    Cited = [.. lead.Cited.Union(sentence.Cited)],
                    Proofs = [.. lead.Proofs.Union(sentence.Proofs)],
                };
            lead = null;
        }

        if (lead is not null)
        {
            yield return lead;
        }
    }

    private static IEnumerable<DraftSentence> Sentences(string line, IReadOnlyList<PassageSentences> given)
    {
        var from = 0;
        foreach (var match in Numbers().Matches(line).Append(null))
        {
            var said = line[from..(match?.Index ?? line.Length)].Trim();
            from = match is null ? line.Length : match.Index + match.Length;
            string[] proofs = match is null ? [] : [.. Proof().Matches(match.Value).Select(proof => proof.Groups["words"].Value)];
            var cited = match is null
                ? []
                : Number()
                    .Matches(Proof().Replace(match.Value, "[${number}]"))
                    .Select(number => Passage(number.Value, given))
                    .OfType<PassageSentences>()
                    .ToArray();
            foreach (var span in SentenceSplitter.Split(said))
            {
                // The number may come before or after the full stop.
                var sentence = said.Substring(span.Start, span.Length).Trim(' ', '.');
                if (sentence.Any(char.IsLetter))
                {
                    yield return new DraftSentence(Ended(sentence))
                    {
                        Cited = cited,
                        Given = given,
                        Proofs = proofs,
                    };
                }
            }
        }
    }

    private static string Ended(string sentence) => sentence[^1] is '?' or '!' or ':' or '"' or '”' ? sentence : sentence + ".";

    private static PassageSentences? Passage(string number, IReadOnlyList<PassageSentences> given) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place >= 1 && place <= given.Count
            ? given[place - 1]
            : null;

    /// <summary>[1], [1][2], [1, 2], [1: "words"], and the mark after them.</summary>
    [GeneratedRegex(
        """\s*(?:\[\s*[0-9]{1,4}(?:(?:\s*[,;]\s*[0-9]{1,4})*|\s*:\s*["“][^\n]{1,1000}?["”])\s*\]\s*)+[.!]?""",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Numbers();

    [GeneratedRegex("""\[\s*(?<number>[0-9]{1,4})\s*:\s*["“](?<words>[^\n]{1,1000}?)["”]\s*\]""", RegexOptions.NonBacktracking)]
    private static partial Regex Proof();

    [GeneratedRegex("[0-9]{1,4}", RegexOptions.NonBacktracking)]
    private static partial Regex Number();

    /// <summary>The question, which some models repeat before they answer.</summary>
    [GeneratedRegex(@"^\s*\**Question:\**\s*[^\n]+\s*$", RegexOptions.NonBacktracking | RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Repeated();

    [GeneratedRegex("^(?:yes|no)[.!]$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex YesOrNo();

    [GeneratedRegex(@"^\W*NO[ _]ANSWER\W*$", RegexOptions.NonBacktracking | RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex NoAnswer();

    [GeneratedRegex(@"^\s*(?:[-*•]|[0-9]{1,2}[.)])\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"\*\*|__|`", RegexOptions.NonBacktracking)]
    private static partial Regex Emphasis();
}
