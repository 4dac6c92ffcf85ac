using System.Collections.Frozen;
using BriefBot.Knowledge.Articles;
using BriefBot.Retrieval;

namespace BriefBot.Answers.Entailment;

/// <summary>Checks whether a text settles a question that is answered by yes or no. Safe for concurrent use.</summary>
/// <remarks>Deterministic; when in doubt it says nothing: a condition, a narrower subject or another number settles nothing.</remarks>
internal sealed class YesNoCheck(ITextAnalyzer analyzer)
{
    /// <summary>Words that make a statement depend on something, or hold for a part only.</summary>
    private static readonly FrozenSet<string> Conditions = (
        "if unless except excluding provided depends depending otherwise when whenever while whereas until till before after once only but "
        + "although though however some most many few several usually mostly mainly often sometimes normally generally rarely seldom "
        + "partly almost nearly without hardly barely planned instead than up least more less fewer maximum minimum first last"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Returns the answer, or null where the text does not settle it.</summary>
    /// <param name="question">The question, complete in itself.</param>
    /// <param name="text">One or more sentences of an article.</param>
    /// <param name="above">The title and the headings above the text, outermost first.</param>
    public YesNo? Settle(string question, string text, IReadOnlyList<string> above)
    {
        if (YesNoQuestion.Parse(question, analyzer) is not { } asked || text.Contains(" | ", StringComparison.Ordinal))
        {
            return null;
        }

        ParsedSentence[] headings = [.. above.Select(heading => new ParsedSentence(heading, analyzer))];
        ParsedSentence[] sentences =
        [
            .. SentenceSplitter
                .Split(text)
                .Select(span => new ParsedSentence(text.Substring(span.Start, span.Length), analyzer))
                .Where(sentence => sentence.Words.Count > 0),
        ];
        var answers = new HashSet<YesNo>();
        for (var i = 0; i < sentences.Length; i++)
        {
            var isQualified = i + 1 < sentences.Length && Conditions.Contains(sentences[i + 1].Words[0].Lower);
            if (isQualified || sentences[i].Text[^1] is '?' or ':')
            {
                continue;
            }

            var before = i > 0 ? sentences[i - 1] : headings.LastOrDefault();
            var told = before is null ? null : Told(asked, before, sentences[i]);
            if ((told ?? Stated(asked, sentences[i], headings)) is { } answer)
            {
                answers.Add(answer);
            }
        }

        return answers.Count == 1 ? answers.Single() : null;
    }

    /// <summary>Returns the answer of a text to a question in the article that asks the same: "Yes, …", "You can't, …".</summary>
    private YesNo? Told(YesNoQuestion asked, ParsedSentence before, ParsedSentence told)
    {
        if (
            YesNoQuestion.Parse(before.Text, analyzer) is not { } same
            || same.Modality != asked.Modality
            || !asked.Words.All(word => IsAmong(word, same.Words))
            || !same.Words.All(word => IsAmong(word, asked.Words))
            || told.Words.Any(word => Conditions.Contains(word.Lower) && !(word.Lower == "only" && told.Words[0].Lower == "no"))
        )
        {
            return null;
        }

        var first = told.Words.TakeWhile((word, i) => i == 0 || word.Before.Length == 0).ToArray();
        bool? denies = first switch
        {
            [{ Lower: "yes" }] => false,
            [{ Lower: "no" }] => true,
            [var subject, .. var rest]
                when rest.Length > 0 && ClosedWords.IsPronoun(subject.Lower) && rest.All(word => !word.IsContent) && rest.Length < 3 =>
                rest.Any(word => ClosedWords.Negates(word.Lower)),
            _ => null,
        };
        return denies is { } no ? Answer(no != (same.Forbids != asked.Forbids)) : null;
    }

    private static YesNo? Stated(YesNoQuestion asked, ParsedSentence statement, ParsedSentence[] headings)
    {
        if (statement.Words.Any(word => Conditions.Contains(word.Lower) && !asked.Says(word.Lower) && !IsAnyMore(statement.Words, word)))
        {
            return null;
        }

        var answers = EvidenceClause
            .Split([statement])
            .Select(clause => Stated(asked, clause, headings))
            .OfType<YesNo>()
            .Distinct()
            .ToArray();
        return answers.Length == 1 ? answers[0] : null;
    }

    private static YesNo? Stated(YesNoQuestion asked, EvidenceClause clause, ParsedSentence[] headings)
    {
        AnnotatedToken[] above = [.. headings.SelectMany(heading => heading.Words)];
        var missing = asked.Words.Where(word => !IsAmong(word, clause.Own)).ToArray();
        var opposite = missing.FirstOrDefault(word => clause.Own.Any(own => Opposites.Are(own.Term, word.Term)));
        if (
            missing.Length == asked.Words.Count
            || !SaysSomething(clause)
            || missing.Any(word => word != opposite && !IsAmong(word, above))
            || !IsOnTopic(asked, clause, headings)
            || IsNarrower(asked, clause, missing.Length == 0 ? above : [])
        )
        {
            return null;
        }

        var cues = Negation.Cues(clause.Statement.Words).Where(cue => cue.Clause == clause.Clause).ToArray();
        if (cues.Length > 1)
        {
            cues = [.. cues.Where(cue => clause.Statement.Words.ElementAtOrDefault(cue.Index + 1)?.Lower != "even")];
        }

        if (cues.Length > 1)
        {
            return null;
        }

        var (modality, forbids) = YesNoQuestion.ModalityOf(clause.Own);
        var isBan = cues.Length > 0 && clause.Own.Any(word => word.Lower is "must" or "mustn't" or "mustn’t");
        var denies = (cues.Length > 0) ^ forbids ^ (opposite is not null) ^ asked.Forbids;
        return (asked.Modality, isBan ? Modality.Possibility : modality) switch
        {
            (Modality.Necessity, Modality.Necessity) => Answer(denies),
            (Modality.Necessity, _) or (_, Modality.Necessity) => null,
            (Modality.Fact, Modality.Possibility) when !denies => null,
            _ => Answer(denies),
        };
    }

    /// <summary>Returns whether it has a verb, or a word that denies.</summary>
    private static bool SaysSomething(EvidenceClause clause) =>
        clause.Own.Any(word => clause.Statement.IsVerb(word) || ClosedWords.IsAuxiliary(word.Lower) || ClosedWords.Negates(word.Lower));

    /// <summary>Returns whether the innermost heading shares a word with them; otherwise the section may be about a special case.</summary>
    private static bool IsOnTopic(YesNoQuestion asked, EvidenceClause clause, ParsedSentence[] headings) =>
        headings.Length < 2 || headings[^1].Content.Any(word => IsAmong(word, asked.Words) || IsAmong(word, clause.Own));

    /// <summary>Returns whether the clause says something that the question does not, other than beside an "and".</summary>
    private static bool IsNarrower(YesNoQuestion asked, EvidenceClause clause, AnnotatedToken[] above)
    {
        bool IsHeld(AnnotatedToken word) =>
            IsAmong(word, asked.All) || IsAmong(word, above) || asked.Words.Any(own => Opposites.Are(own.Term, word.Term));
        var words = clause.Own;
        var verb = words.FirstOrDefault(word => clause.Statement.IsVerb(word) || ClosedWords.IsAuxiliary(word.Lower));
        var isDenied = words.Any(word => ClosedWords.Negates(word.Lower));
        foreach (var part in Coordinated(words))
        {
            if (!isDenied && part[0].Lower == "or" && verb is not null && part[0].Index > verb.Index)
            {
                return true;
            }

            var extra = part.Where(word => IsTelling(word) && !IsHeld(word)).ToArray();
            var held = part.Where(word => (IsTelling(word) && IsHeld(word)) || (word.IsFigure && IsHeld(word))).ToArray();
            var isBesideVerb =
                part[0] != words[0]
                && extra.All(word => held.All(own => word.Index < own.Index && verb is not null && verb.Index > word.Index));
            if (extra.Length > 0 && held.Length > 0 && !isBesideVerb)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The words between commas and conjunctions.</summary>
    private static List<List<AnnotatedToken>> Coordinated(IReadOnlyList<AnnotatedToken> words)
    {
        var parts = new List<List<AnnotatedToken>>();
        foreach (var word in words)
        {
            if (parts.Count == 0 || ClosedWords.IsAnd(word.Lower) || word.Before.Contains(',', StringComparison.Ordinal))
            {
                parts.Add([]);
            }

            parts[^1].Add(word);
        }

        return parts;
    }

    private static bool IsTelling(AnnotatedToken word) =>
        (word.IsContent || word.IsFigure)
        && !(ClosedWords.IsLight(word.Lower) || ClosedWords.IsLight(word.Term))
        && !ClosedWords.IsAdverb(word.Lower)
        && !YesNoQuestion.IsModal(word.Lower)
        && word.Lower is not ("stay" or "stays" or "remain" or "remains");

    private static bool IsAmong(AnnotatedToken word, IReadOnlyList<AnnotatedToken> words) =>
        words.Any(other => SameMeaning.Score(word, other) > 0);

    private static bool IsAnyMore(IReadOnlyList<AnnotatedToken> words, AnnotatedToken word) =>
        word.Lower == "more" && word.Index > 0 && words[word.Index - 1].Lower is "any" or "no";

    private static YesNo Answer(bool denies) => denies ? YesNo.No : YesNo.Yes;
}
