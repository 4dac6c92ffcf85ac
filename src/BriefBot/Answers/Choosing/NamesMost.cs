using System.Text.RegularExpressions;
using BriefBot.Answers.Ranking;
using BriefBot.Answers.Sentences;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Answers.Choosing;

/// <summary>Of what several things were asked for, first the sentences that name most in a row.</summary>
internal static partial class NamesMost
{
    /// <summary>What a sentence that names several gains, for each doubling of their number.</summary>
    private const double EachDoubling = 0.5;

    /// <summary>What stands between two commas and is longer is no item of a row.</summary>
    private const int MaxWords = 6;

    /// <summary>
    /// Naming several also makes a sentence a surer answer: with the order changed and the scores left as they were, 4 of 800
    /// questions of chats were answered less, and 1 of 650 refused more (<c>briefbot eval</c>).
    /// </summary>
    public static IReadOnlyList<ScoredUnit> Of(IReadOnlyList<ScoredUnit> ranked) =>
        [.. ranked.Select(scored => scored with { Score = scored.Score + (EachDoubling * Math.Log2(scored.Candidate.Sentences.Max(Items))) })
            .OrderByDescending(scored => scored.Score)];

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

    [GeneratedRegex(@"(?:^|\s)(?:and|or)\s", RegexOptions.CultureInvariant, MatchTimeout.Milliseconds)]
    private static partial Regex And();

    [GeneratedRegex(@"^(?:both|but|who|which|where|when|while|as|because|although|so)\b", RegexOptions.CultureInvariant, MatchTimeout.Milliseconds)]
    private static partial Regex Clause();

    [GeneratedRegex(@"\p{Lu}(?>[\p{L}'’-]*) (?:and|or) (?:the )?\p{Lu}", RegexOptions.CultureInvariant, MatchTimeout.Milliseconds)]
    private static partial Regex TwoNames();
}
