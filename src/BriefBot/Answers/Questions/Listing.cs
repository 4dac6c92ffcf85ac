using System.Text.RegularExpressions;
using BriefBot.Answers.Ranking;
using BriefBot.Answers.Sentences;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Answers.Questions;

/// <summary>"Which leaders …", "name the …": the sentence that names most of them, or the list or table that does.</summary>
/// <param name="IsTold">Whether it begins with "list" or the like.</param>
internal sealed partial record Listing(bool IsTold) : QuestionForm
{
    /// <summary>What a sentence that names several gains, for each doubling of their number.</summary>
    private const double EachDoubling = 0.5;

    /// <summary>What stands between two commas and is longer is no item of a row.</summary>
    private const int MaxWords = 6;

    public static Listing? In(string written) =>
        Told().IsMatch(written) ? new Listing(true) : Plural().IsMatch(written) && !Single().IsMatch(written) ? new Listing(false) : null;

    public override bool Frames(string word) => IsTold && word is "list" or "enumerate";

    public override IReadOnlyList<ScoredSentence> Rank(QuestionMatch match, IReadOnlyList<ScoredSentence> ranked) =>
        [.. ranked.Select(scored => scored with { Score = scored.Score + (EachDoubling * Math.Log2(Items(scored.Sentence))) }).OrderByDescending(scored => scored.Score)];

    /// <summary>How many things the sentence names in a row ("A, B and C"); 1 where it names none or one.</summary>
    private static int Items(Sentence sentence) => sentence.Block.Kind == BlockKind.Prose ? sentence.Text.Split([';', ':', '.']).Max(InARow) : 1;

    private static int InARow(string clause)
    {
        var (most, row) = (TwoNames().IsMatch(clause) ? 2 : 1, 1);
        foreach (var piece in clause.Split(',').Skip(1).Select(piece => piece.Trim()))
        {
            var and = And().Match(piece);
            row = Clause().IsMatch(piece) ? 0 : and.Success || piece.Count(char.IsWhiteSpace) < MaxWords ? row + 1 : 1;
            if (and.Success)
            {
                most = Math.Max(most, and.Index > 0 ? row + 1 : row);
                row = 1;
            }
        }

        return most;
    }

    [GeneratedRegex(@"^(?>(?:(?:please|can you|could you|and|so|now|then|just) )*)(?:list|name|enumerate|give me (?:a list|the list|all|the names)|tell me (?:all|the names))\b", RegexOptions.None, MatchTimeout.Milliseconds)]
    private static partial Regex Told();

    private const string Things = @"(?:(?:the|all|some|other|main|different|two|three|four|five|six|seven|\d{1,9}) ){0,4}(?:(?>[a-z-]+) )?(?:(?!(?:is|was|has|does|its|his|this|us|news|politics|species|series|always)\b)[a-z-]{2,40}[a-rt-z]s|people|men|women|children)\b(?<!ss|us)";

    [GeneratedRegex(@"\bwhich (?:(?:are|were) )?" + Things + @"|\b(?:what|who) (?:are|were) the " + Things + @"|\bwhat " + Things + @" (?:are|were|do|did|have|had|can|could|may|should|must|will|would|of|in)\b|\bwhat (?:do|did|does|should|can|could|must)\b.{0,200}\beach\b|^who (?:are|were) the\b", RegexOptions.None, MatchTimeout.Milliseconds)]
    private static partial Regex Plural();

    [GeneratedRegex(@"\b(?:what|which) (?:is|was|does|did|do|year|day|date|time|kind|type)\b|\bhow (?:many|much|long|old)\b", RegexOptions.None, MatchTimeout.Milliseconds)]
    private static partial Regex Single();

    [GeneratedRegex(@"(?:^|\s)(?:and|or)\s", RegexOptions.CultureInvariant, MatchTimeout.Milliseconds)]
    private static partial Regex And();

    [GeneratedRegex(@"^(?:both|but|who|which|where|when|while|as|because|although|so)\b", RegexOptions.CultureInvariant, MatchTimeout.Milliseconds)]
    private static partial Regex Clause();

    [GeneratedRegex(@"\p{Lu}(?>[\p{L}'’-]*) (?:and|or) (?:the )?\p{Lu}", RegexOptions.CultureInvariant, MatchTimeout.Milliseconds)]
    private static partial Regex TwoNames();
}
