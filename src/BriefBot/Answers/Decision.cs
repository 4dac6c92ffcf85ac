using System.Text.RegularExpressions;

namespace BriefBot.Answers;

/// <summary>
/// "Did X …", "is X …": a sentence settles it that speaks of X and of what is asked of X. The bot shows it and says neither
/// yes nor no, for the words of the articles decide: "stayed away", "only if nobody is waiting".
/// </summary>
/// <param name="IsOfLeave">Whether it asks for what is allowed.</param>
internal sealed partial record Decision(bool IsOfLeave) : QuestionForm
{
    public static Decision? In(string written) =>
        Asked().IsMatch(written) && !AsksInside().IsMatch(written) ? new Decision(Leave().IsMatch(written)) : null;

    public override bool Frames(string word) => IsOfLeave && Granted().IsMatch(word);

    public override IReadOnlyList<ScoredSentence> Rank(QuestionMatch match, IReadOnlyList<ScoredSentence> ranked) =>
        match.Terms.Count == 0 ? ranked : [.. ranked.Where(scored => Settles(match, scored.Candidate))];

    private bool Settles(QuestionMatch match, Candidate candidate)
    {
        var sentence = candidate.Sentence;
        var own = Spoken(candidate);
        var held = match.Related(own);
        var subject = Subject(match, candidate);
        var around = match.Held([.. own, .. candidate.Source.Headings, .. candidate.Source.Title]);
        var asked = Enumerable.Range(0, match.Terms.Count).Where(i => !subject.Contains(match.Terms[i].Term)).ToArray();
        return match.Terms.Select((term, i) => !subject.Contains(term.Term) || around[i] || held[i] > 0).All(isThere => isThere)
            && (asked.Length == 0 ? IsOfLeave || match.Terms.Count == subject.Count : asked.Any(i => held[i] > 0))
            && (!IsOfLeave || asked.Length > 0 || Granted().IsMatch(sentence.Text));
    }

    /// <summary>The words of the sentence and, where it leans on the one before, of that one.</summary>
    private static string[] Spoken(Candidate candidate)
    {
        var sentence = candidate.Sentence;
        var before = sentence.Ordinal > 0 && LeaningSentence.Leans(sentence.Text) ? candidate.Source.Sentences[sentence.Ordinal - 1].Words : [];
        return [.. sentence.Words.Concat(before).Select(word => word.Term)];
    }

    /// <summary>What stands first in the question, and the rest of the name that it is part of in the article.</summary>
    private static HashSet<string> Subject(QuestionMatch match, Candidate candidate)
    {
        var first = match.Terms[0].Term;
        var subject = new HashSet<string> { first };
        foreach (var sentence in candidate.Source.Sentences)
        {
            foreach (var name in sentence.Facts.Where(fact => fact.Kind == FactKind.Name))
            {
                var words = sentence.Words.Where(word => word.Start >= name.Start && word.Start < name.End && match.PlaceOf(word.Term) >= 0).Select(word => word.Term).ToArray();
                subject.UnionWith(words.Contains(first) ? words : []);
            }
        }

        return subject;
    }

    [GeneratedRegex(@"^(?:(?:so|and|but|hey|hi|ok|well|then|also) )*(?:did|do|does|is|are|was|were|has|have|had|can|could|will|would|should|may|must|am|isn't|aren't|wasn't|weren't|didn't|don't|doesn't|hasn't|won't|can't)\b")]
    private static partial Regex Asked();

    [GeneratedRegex(@"\b(?:who|what|when|where|why|which|how|tell|explain|show|list|name)\b")]
    private static partial Regex AsksInside();

    [GeneratedRegex(@"\b(?:allowed|permitted|forbidden|banned|prohibited)\b|^(?:(?:so|and|but|hey|hi|ok|well|also) )*(?:can|could|may|must|should|am) (?:i|we|you|one|somebody|someone|anyone|people|visitors|members)\b")]
    private static partial Regex Leave();

    [GeneratedRegex(@"\b(?:allow(?:s|ed)?|permit(?:s|ted)?|forbid(?:s|den)?|forbade|ban(?:s|ned)?|prohibit(?:s|ed)?|may|must|can|can't|cannot|welcome|only if|only when|need(?:s)? not|free to|right to)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Granted();
}
