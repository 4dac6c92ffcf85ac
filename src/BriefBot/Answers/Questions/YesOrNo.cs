using System.Text.RegularExpressions;
using BriefBot.Answers.Ranking;
using BriefBot.Answers.Sentences;
using BriefBot.Retrieval;

namespace BriefBot.Answers.Questions;

/// <summary>
/// "Did X …", "is X …": a sentence settles it that speaks of X and of what is asked of X. The bot shows it and says neither
/// yes nor no, for the words of the articles decide: "stayed away", "only if nobody is waiting".
/// </summary>
/// <param name="IsOfLeave">Whether it asks for what is allowed.</param>
/// <param name="IsOfWhoAsks">Whether X is whoever asks, or a pronoun: "may I", "is it".</param>
internal sealed partial record YesOrNo(bool IsOfLeave, bool IsOfWhoAsks) : QuestionForm
{
    /// <summary>How much a word must mean what is asked, or its opposite.</summary>
    private const double LeastLike = 0.15;

    public static YesOrNo? In(string written) =>
        Asked().IsMatch(written) && !AsksInside().IsMatch(written) ? new YesOrNo(Leave().IsMatch(written), WhoAsks().IsMatch(written)) : null;

    public override bool Frames(string word) => IsOfLeave && Granted().IsMatch(word);

    public override IReadOnlyList<ScoredSentence> Rank(QuestionMatch match, IReadOnlyList<ScoredSentence> ranked) =>
        match.Terms.Count == 0 ? ranked : [.. ranked.Where(scored => Settles(match, scored.Candidate))];

    private bool Settles(QuestionMatch match, Candidate candidate)
    {
        var own = candidate.Spoken().ToArray();
        var subject = Subject(match, candidate);
        var around = match.Held([.. Before(candidate), .. candidate.Source.Headings, .. candidate.Source.Title]);
        var held = match.Terms.Select(term => own.Any(word => IsLike(term.Term, word))).ToArray();
        var asked = Enumerable.Range(0, match.Terms.Count).Where(i => !subject.Contains(match.Terms[i].Term)).ToArray();
        return Enumerable.Range(0, match.Terms.Count).Except(asked).All(i => held[i] || around[i] || Pronoun().IsMatch(candidate.Sentence.Text))
            && ((IsOfLeave && Granted().IsMatch(candidate.Sentence.Text)) || asked.Any(i => held[i]));
    }

    /// <summary>Either may mean the other, or its opposite: "open" is settled by "closed".</summary>
    private static bool IsLike(string term, string word) => term == word || RelatedWords.To(term).GetValueOrDefault(word) >= LeastLike || RelatedWords.To(word).GetValueOrDefault(term) >= LeastLike;

    /// <summary>What it speaks of may have been named before it.</summary>
    private static IEnumerable<string> Before(Candidate candidate) => candidate.Source.Sentences
        .Where(other => other.Ordinal <= candidate.Sentence.Ordinal)
        .SelectMany(sentence => sentence.Words.Select(word => word.Term));

    /// <summary>What stands first in the question, and the rest of the name that it is part of in the article.</summary>
    private HashSet<string> Subject(QuestionMatch match, Candidate candidate)
    {
        if (IsOfWhoAsks)
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

    [GeneratedRegex(@"^(?>(?:(?:so|and|but|hey|hi|ok|well|then|also) )*)(?:did|do|does|is|are|was|were|has|have|had|can|could|will|would|should|may|must|am|isn't|aren't|wasn't|weren't|didn't|don't|doesn't|hasn't|won't|can't)\b", RegexOptions.None, MatchTimeout.Milliseconds)]
    private static partial Regex Asked();

    [GeneratedRegex(@"\b(?:it|he|she|they)\b", RegexOptions.IgnoreCase, MatchTimeout.Milliseconds)]
    private static partial Regex Pronoun();

    [GeneratedRegex(@"^(?>(?:(?:so|and|but|hey|hi|ok|well|then|also) )*)(?>\w+) (?:i|we|you|one|somebody|someone|anyone|people|he|she|it|they|this|that|there)\b", RegexOptions.None, MatchTimeout.Milliseconds)]
    private static partial Regex WhoAsks();

    [GeneratedRegex(@"\b(?:who|what|when|where|why|which|how|tell|explain|show|list|name)\b", RegexOptions.None, MatchTimeout.Milliseconds)]
    private static partial Regex AsksInside();

    [GeneratedRegex(@"\b(?:allowed|permitted|forbidden|banned|prohibited)\b|^(?>(?:(?:so|and|but|hey|hi|ok|well|also) )*)(?:can|could|may|must|should|am) (?:i|we|you|one|somebody|someone|anyone|people|visitors|members)\b", RegexOptions.None, MatchTimeout.Milliseconds)]
    private static partial Regex Leave();

    [GeneratedRegex(@"\b(?:allow(?:s|ed)?|permit(?:s|ted)?|forbid(?:s|den)?|forbade|ban(?:s|ned)?|prohibit(?:s|ed)?|may|must|can|can't|cannot|welcome|only if|only when|need(?:s)? not|free to|right to)\b", RegexOptions.IgnoreCase, MatchTimeout.Milliseconds)]
    private static partial Regex Granted();
}
