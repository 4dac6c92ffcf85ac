using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using BriefBot.Answers;
using BriefBot.Answers.Language;
using BriefBot.Answers.Verification;

namespace BriefBot.Service.Answers;

/// <summary>
/// Asks a model to judge sentences, in one request that holds only the sentences and the passages they quote, not the question or the whole
/// reply. Takes yes or no; anything else is no verdict.
/// </summary>
/// <param name="api">The model's.</param>
/// <param name="prompts">The prompts.</param>
internal sealed partial class KernelVerifier(IModelApi api, ModelPrompts prompts) : ISentenceVerifier
{
    public async Task<VerificationResult> VerifyAsync(
        IReadOnlyList<CheckedDraft> sentences,
        string author,
        CancellationToken cancellationToken
    )
    {
        var given = new GivenPassages(int.MaxValue);
        var arguments = new Dictionary<string, object?>
        {
            [PromptArguments.Passages] = given.Give(
                sentences.SelectMany(sentence => sentence.Passages).DistinctBy(passage => passage.Passage.Id),
                int.MaxValue
            ),
            // Their order differs from the order in which they were given.
            [PromptArguments.Statements] = Listed(sentences, [.. given.All]),
        };
        var (reply, outcome, read, written) = await api.AskAsync(
            new ModelRequest(ModelPurpose.Verify, prompts.Verify, arguments, author),
            cancellationToken
        );
        bool?[] verdicts = [.. sentences.Select((_, i) => Verdict(reply, i + 1))];
        var result =
            outcome != ModelOutcome.Answered ? new VerificationResult(outcome, [])
            : Array.TrueForAll(verdicts, verdict => verdict is null) ? new VerificationResult(ModelOutcome.Unavailable, [])
            : new VerificationResult(outcome, verdicts);
        return result with { Tokens = (read, written) };
    }

    private static string Listed(IReadOnlyList<CheckedDraft> sentences, PassageSentences[] passages)
    {
        var list = new StringBuilder();
        foreach (var (i, sentence) in sentences.Index())
        {
            var numbers = sentence.Passages.Select(passage =>
                Array.FindIndex(passages, given => given.Passage.Id == passage.Passage.Id) + 1
            );
            list.Append(
                CultureInfo.InvariantCulture,
                $"{i + 1}. (passage {string.Join(", ", numbers)}) {PassageText.OneLine(sentence.Draft.Text)}\n"
            );
        }

        return list.ToString();
    }

    /// <summary>Returns the verdict on a sentence; true only if the reply says nothing but yes about it.</summary>
    private static bool? Verdict(string reply, int number)
    {
        var said = Verdicts()
            .Matches(reply)
            .Where(match => int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture) == number)
            .Select(match => match.Groups["yes"].Success)
            .ToArray();
        return said.Length == 0 ? null : Array.TrueForAll(said, yes => yes);
    }

    /// <summary>"1: yes", "2. no".</summary>
    [GeneratedRegex(
        @"^\W*(?<number>[0-9]{1,3})\W+(?:(?<yes>yes)|no)\b",
        RegexOptions.NonBacktracking | RegexOptions.Multiline | RegexOptions.IgnoreCase
    )]
    private static partial Regex Verdicts();
}
