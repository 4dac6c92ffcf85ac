using System.Text.RegularExpressions;
using BriefBot.Answers.Questions;
using BriefBot.Answers.Ranking;
using BriefBot.Answers.Sentences;
using BriefBot.Retrieval;

namespace BriefBot.Answers.Choosing;

/// <summary>Of what was asked for a yes or no, the sentences that settle it: they speak of the subject and of what is asked of it.</summary>
internal static partial class Settling
{
    /// <summary>How much a word must mean what is asked, or its opposite.</summary>
    private const double LeastLike = 0.15;

    public static IReadOnlyList<ScoredUnit> Of(YesOrNo asked, QuestionMatch match, IReadOnlyList<ScoredUnit> ranked) =>
        match.Terms.Count == 0 ? ranked : [.. ranked.Where(scored => Settles(asked, match, scored.Candidate))];

    private static bool Settles(YesOrNo question, QuestionMatch match, Candidate candidate)
    {
        var own = candidate.Spoken().ToArray();
        var subject = Subject(question, match, candidate);
        var around = match.Held([.. Before(candidate), .. candidate.Source.Headings, .. candidate.Source.Title]);
        var held = match.Terms.Select(term => own.Any(word => IsLike(term.Term, word))).ToArray();
        var asked = Enumerable.Range(0, match.Terms.Count).Where(i => !subject.Contains(match.Terms[i].Term)).ToArray();
        return Enumerable.Range(0, match.Terms.Count).Except(asked).All(i => held[i] || around[i] || Pronoun().IsMatch(candidate.Text))
            && ((question.IsOfLeave && YesOrNo.Grants(candidate.Text)) || asked.Any(i => held[i]));
    }

    /// <summary>Either may mean the other, or its opposite: "open" is settled by "closed".</summary>
    private static bool IsLike(string term, string word) =>
        term == word || RelatedWords.To(term).GetValueOrDefault(word) >= LeastLike || RelatedWords.To(word).GetValueOrDefault(term) >= LeastLike;

    /// <summary>What it speaks of may have been named before it.</summary>
    private static IEnumerable<string> Before(Candidate candidate) => candidate.Source.Sentences
        .Where(other => other.Ordinal <= candidate.Unit.Last)
        .SelectMany(sentence => sentence.Words.Select(word => word.Term));

    /// <summary>What stands first in the question, and the rest of the name that it is part of in the article.</summary>
    private static HashSet<string> Subject(YesOrNo question, QuestionMatch match, Candidate candidate)
    {
        if (question.IsOfWhoAsks)
        {
            return [];
        }

        var first = match.Terms[0].Term;
        var subject = new HashSet<string> { first };
        foreach (var sentence in candidate.Source.Sentences)
        {
            foreach (var name in sentence.Facts.Where(fact => fact.Kind == FactKind.Name))
            {
                var words = sentence.OwnWords.Where(word => word.Start >= name.Start && word.Start < name.End && match.PlaceOf(word.Term) >= 0).Select(word => word.Term).ToArray();
                subject.UnionWith(words.Contains(first) ? words : []);
            }
        }

        return subject;
    }

    [GeneratedRegex(@"\b(?:it|he|she|they)\b", RegexOptions.IgnoreCase, MatchTimeout.Milliseconds)]
    private static partial Regex Pronoun();
}
