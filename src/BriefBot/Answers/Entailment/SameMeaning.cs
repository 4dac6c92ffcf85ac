using BriefBot.Retrieval;

namespace BriefBot.Answers.Entailment;

/// <summary>Scores how well one word can stand for another.</summary>
internal static class SameMeaning
{
    private const double OfRelated = 0.7;

    /// <summary>Minimum relatedness of two different words.</summary>
    private const double LeastRelated = 0.2;

    private const int LeastRoot = 4;

    private const double RootShare = 0.7;

    /// <summary>Returns a score from 0 to 1: 1 for the same word, 0 for opposites; a name matches only itself.</summary>
    public static double Score(AnnotatedToken one, AnnotatedToken other)
    {
        if (one.Term == other.Term || one.Lower == other.Lower)
        {
            return 1;
        }

        if (one.IsName || one.IsFigure || other.IsFigure || Opposites.Are(one.Term, other.Term))
        {
            return 0;
        }

        return IsRelated(one.Term, other.Term) || IsSameRoot(one.Term, other.Term) ? OfRelated : 0;
    }

    private static bool IsRelated(string one, string other) =>
        Math.Max(RelatedWords.To(one).GetValueOrDefault(other), RelatedWords.To(other).GetValueOrDefault(one)) >= LeastRelated;

    /// <summary>"Denser" is more dense.</summary>
    private static bool IsCompared(string one, string other) =>
        other.Length >= 3 && one.StartsWith(other, StringComparison.Ordinal) && one[other.Length..] is "er" or "est" or "r" or "st";

    private static bool IsSameRoot(string one, string other)
    {
        if (IsCompared(one, other) || IsCompared(other, one))
        {
            return true;
        }

        var length = Math.Max(LeastRoot, (int)Math.Ceiling(RootShare * Math.Max(one.Length, other.Length)));
        return one.Length >= length && other.Length >= length && string.CompareOrdinal(one, 0, other, 0, length) == 0;
    }
}
