using BriefBot.Answers.Questions;
using BriefBot.Answers.Ranking;
using BriefBot.Retrieval;

namespace BriefBot.Answers;

/// <summary>Whether a question in other words asks no less than the one that was typed.</summary>
internal static class Readings
{
    /// <summary>How much a word must mean the like.</summary>
    private const double LeastLike = 0.12;

    /// <summary>What counted for less was only leaned on.</summary>
    private const double LeastAsked = 0.5;

    /// <summary>
    /// It asks for the same kind of thing, and holds every name, every word that the folder knows and every English word of it, or one
    /// that means the like. Only what is neither, slang and words of a circle, may be in words that nothing here knows.
    /// </summary>
    public static bool AskTheSame(QuestionMatch typed, QuestionMatch read)
    {
        var kinds = (typed.Question.Expected, read.Question.Expected);
        var terms = read.Terms.Select(term => term.Term).ToHashSet(StringComparer.Ordinal);
        return (kinds.Item1 == kinds.Item2 || kinds.Item1 == ExpectedAnswer.Anything)
            && typed.Question.Property?.Name == read.Question.Property?.Name
            && typed.Terms.Where(term => term.Asked.Boost >= LeastAsked).All(term => IsFree(typed, term) || terms.Any(other => IsLike(term.Term, other)));
    }

    private static bool IsFree(QuestionMatch typed, FoundTerm term) =>
        term.DocumentFrequency == 0 && !typed.Question.Names.Contains(term.Term) && !RelatedWords.Knows(term.Term) && !term.Term.Any(char.IsAsciiDigit);

    private static bool IsLike(string one, string other) =>
        one == other || RelatedWords.To(one).GetValueOrDefault(other) >= LeastLike || RelatedWords.To(other).GetValueOrDefault(one) >= LeastLike;
}
