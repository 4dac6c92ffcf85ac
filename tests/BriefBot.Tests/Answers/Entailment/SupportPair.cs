using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Answers.Entailment;

/// <summary>A passage, and a sentence that says the same in other words or, but for one change, the same.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Changed">What was changed: number, date, name, unit, negation or role; null where the sentence is true.</param>
/// <param name="Sentence">The sentence.</param>
internal sealed record SupportPair(string Passage, string? Changed, string Sentence)
{
    /// <summary>Those of <c>pairs.txt</c>, in their order.</summary>
    public static IReadOnlyList<SupportPair> All { get; } = [.. Read()];

    private static IEnumerable<SupportPair> Read()
    {
        var passage = "";
        foreach (
            var line in File.ReadLines(Checkout.Path("tests/BriefBot.Tests/Answers/Entailment/pairs.txt"))
                .Where(line => line.Length > 0 && line[0] != '#')
        )
        {
            var (kind, sentence) = (
                line[..line.IndexOf(' ', StringComparison.Ordinal)],
                line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]
            );
            if (kind is not ("+" or "number" or "date" or "name" or "unit" or "negation" or "role"))
            {
                passage = line;
                continue;
            }

            yield return new SupportPair(passage, kind == "+" ? null : kind, sentence);
        }
    }
}
