using System.Text.RegularExpressions;
using BriefBot.Knowledge;

namespace BriefBot.Answers;

/// <summary>"Which leaders …", "name the …": the sentence that names most of them, or the list or table that does.</summary>
internal sealed partial record Listing : QuestionForm
{
    /// <summary>What a sentence that names several gains, for each doubling of their number.</summary>
    private const double EachDoubling = 0.5;

    public static Listing? In(string written) => (Told().IsMatch(written) || Plural().IsMatch(written)) && !Single().IsMatch(written) ? new Listing() : null;

    public override bool Frames(string word) => word is "list" or "enumerate" or "each" or "every";

    public override IReadOnlyList<ScoredSentence> Rank(QuestionMatch match, IReadOnlyList<ScoredSentence> ranked) =>
        [.. ranked.Select(scored => scored with { Score = scored.Score + (EachDoubling * Math.Log2(Items(scored.Sentence))) }).OrderByDescending(scored => scored.Score)];

    /// <summary>How many things the sentence names in a row; 1 where it names none or one.</summary>
    private static int Items(Sentence sentence) => sentence.Block.Kind != BlockKind.Prose
        ? 1
        : Enumeration().Matches(sentence.Text).Select(row => 1 + row.Groups["more"].Captures.Count + row.Groups["last"].Captures.Count).DefaultIfEmpty(1).Max();

    [GeneratedRegex(@"^(?:(?:please|can you|could you|and|so|now|then|just) )*(?:list|name|enumerate|give me (?:a list|the list|all|the names)|tell me (?:all|the names))\b")]
    private static partial Regex Told();

    [GeneratedRegex(@"\b(?:which|what|who) (?:(?:are|were) )?(?:(?:the|all|some|other|main|two|three|four|five|six|seven|\d+) )*(?:[a-z-]+ )?(?:(?!(?:is|was|has|does|its|his|this|us|news|politics|species|series|always|lies|means|happens|causes)\b)[a-z-]{2,}[a-rt-z]s|people|men|women|children)\b(?<!\bare [a-z-]+|ss|us)|\b(?:each|every)\b|^who (?:are|were) the\b")]
    private static partial Regex Plural();

    [GeneratedRegex(@"\b(?:what|which) (?:is|was|does|did|do|year|day|date|time|kind|type)\b|\bhow (?:many|much|long|old)\b")]
    private static partial Regex Single();

    [GeneratedRegex(@"(?:[\p{L}\d'’%-]+ ){0,4}[\p{L}\d'’%-]+(?<more>, (?!(?:and|or|but|who|which|where|when|the [a-z]+ of)\b)[^,.;:]{2,40})*(?<last>,? (?:and|or) (?:\p{Lu}|(?<=,[^.;:]*)\p{L}))", RegexOptions.CultureInvariant)]
    private static partial Regex Enumeration();
}
