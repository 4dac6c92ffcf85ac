using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;
using BriefBot.Knowledge.Articles;
using BriefBot.Retrieval;

namespace BriefBot.Answers.Entailment;

/// <summary>Checks whether a text settles a question that is answered by yes or no. Safe for concurrent use.</summary>
/// <remarks>
/// Deterministic, and strict, since a wrong answer costs more than none: the first sentence has to say what the question asks, with its
/// words in their order, and nothing else may limit it, neither there nor after it nor in a heading.
/// </remarks>
internal sealed partial class YesNoCheck(ITextAnalyzer analyzer)
{
    /// <summary>Marks of tables, quotations, exclamations and announcements.</summary>
    private static readonly SearchValues<char> Marks = SearchValues.Create("|\"“”„«»…!:");

    /// <summary>Words by which a statement depends on something, holds for a part, or is only reported.</summary>
    private static readonly FrozenSet<string> Limits = (
        "if unless except excluding exception exceptions provided depends depending otherwise when whenever while whereas until till before "
        + "after once only but although though however or some most many few several usually mostly mainly often sometimes normally generally "
        + "rarely seldom partly almost nearly without hardly barely planned instead than up least more less fewer maximum minimum first last "
        + "yet apart besides save bar barring alone either both other another certain such same all every always who whom whose which "
        + "that where apply applies according deny denies doubt rumour rumours rumoured claim claims claimed said says former formerly "
        + "myth myths course true false supposedly allegedly longer"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Words of a question that a statement must have too.</summary>
    private static readonly FrozenSet<string> Scopes =
        "only always still all every each both never ever already again more most same other first last"
            .Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Past = "was were did had wasn't weren't didn't hadn't wasn’t weren’t didn’t hadn’t"
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Future = "will shall would won't wouldn't won’t wouldn’t"
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Returns the answer, or null where the text does not settle it.</summary>
    /// <param name="question">The question, complete in itself.</param>
    /// <param name="text">One or more sentences of an article.</param>
    /// <param name="above">The title and the headings above the text, outermost first.</param>
    /// <param name="beside">The other texts of its section, which may limit it.</param>
    public YesNo? Settle(string question, string text, IReadOnlyList<string> above, IEnumerable<string> beside)
    {
        if (
            YesNoQuestion.Parse(AtAll().Replace(question, ""), analyzer) is not { } asked
            || text.AsSpan().ContainsAny(Marks)
            || above.Any(heading => LimitingHeading().IsMatch(heading))
        )
        {
            return null;
        }

        ParsedSentence[] headings = [.. above.Select(Parse)];
        ParsedSentence[] sentences = [.. Sentences(text)];
        var isAsked = sentences.Length > 1 && sentences[0].Text[^1] == '?';
        var first = sentences.ElementAtOrDefault(isAsked ? 1 : 0);
        if (
            first is null
            || first.Text[^1] == '?'
            || sentences.Concat(beside.SelectMany(Sentences)).Any(other => other.Text != first.Text && MayLimit(asked, first, other))
        )
        {
            return null;
        }

        var before = isAsked ? sentences[0] : headings.LastOrDefault();
        return (before is null ? null : Told(asked, before, first)) ?? (isAsked ? null : Stated(asked, first, headings));
    }

    private ParsedSentence Parse(string text) => new(text, analyzer);

    private IEnumerable<ParsedSentence> Sentences(string text) =>
        SentenceSplitter
            .Split(text)
            .Select(span => Parse(AtAll().Replace(text.Substring(span.Start, span.Length), "")))
            .Where(sentence => sentence.Words.Count > 0);

    /// <summary>Returns whether another sentence may take back a part of it.</summary>
    private static bool MayLimit(YesNoQuestion asked, ParsedSentence first, ParsedSentence other)
    {
        bool IsLimit(AnnotatedToken word) => Limits.Contains(word.Lower) && word.Lower is not ("or" or "that");
        var opening = other.Words[0];
        var shared = asked.Words.Count(word => IsAmong(word, other.Words));
        return IsLimit(opening)
            || opening.Lower == "not"
            || other.Words.Any(word => word.Lower is "exception" or "exceptions" or "however" or "except" or "apply" or "applies")
            || (
                (ClosedWords.IsPronoun(opening.Lower) || 2 * shared > asked.Words.Count)
                && other.Words.Any(word =>
                    IsLimit(word) || (ClosedWords.Negates(word.Lower) && word.Lower != "nothing") || ClosedWords.IsNegative(word.Lower)
                )
            )
            // The contrary, said of another case.
            || (shared == asked.Words.Count && Negation.Cues(other.Words).Any() != Negation.Cues(first.Words).Any());
    }

    /// <summary>Returns the answer of a text to a question in the article that asks the same: "Yes, …", "You can't, as …".</summary>
    private YesNo? Told(YesNoQuestion asked, ParsedSentence before, ParsedSentence told)
    {
        if (
            YesNoQuestion.Parse(before.Text, analyzer) is not { } same
            || same.Modality != asked.Modality
            || !same.All.Where(Counts).Select(word => word.Term).SequenceEqual(asked.All.Where(Counts).Select(word => word.Term))
            || told.Words.Any(word => Limits.Contains(word.Lower) && word.Lower is not ("only" or "that"))
        )
        {
            return null;
        }

        var first = told.Words.TakeWhile((word, i) => i == 0 || word.Before.Length == 0).ToArray();
        var next = told.Words.ElementAtOrDefault(first.Length);
        bool? denies = first switch
        {
            [{ Lower: "yes" }] when next is null || !(ClosedWords.IsPreposition(next.Lower) || next.Lower == "only") => false,
            [{ Lower: "no" }] => true,
            [var subject, .. var rest]
                when rest.Length is 1 or 2
                    && ClosedWords.IsPronoun(subject.Lower)
                    && rest.All(word => ClosedWords.IsAuxiliary(word.Lower) || ClosedWords.Negates(word.Lower))
                    && next is null or { Lower: "as" or "because" or "since" } => rest.Any(word => ClosedWords.Negates(word.Lower)),
            _ => null,
        };
        return denies is { } no ? Answer(no != (same.Forbids != asked.Forbids)) : null;
    }

    private static YesNo? Stated(YesNoQuestion asked, ParsedSentence statement, ParsedSentence[] headings)
    {
        AnnotatedToken[] words = [.. statement.Words];
        var cues = Negation.Cues(words).ToArray();
        if (
            cues.Length > 1
            || words.Any(word => word.Clause > 0 && !IsMember(statement, word))
            || words.Any(word => IsLimit(word, asked) || (cues.Length > 0 && word.Lower == "and"))
            || asked.All.Any(word => Scopes.Contains(word.Lower) && !words.Any(own => own.Lower == word.Lower))
            || TenseOf(asked.Opening) != TenseOf(statement)
            || (headings.Length > 1 && !IsOnTopic(headings[^1], [.. asked.Words, .. words]))
            || Matches(asked, statement) is not { } isOpposite
        )
        {
            return null;
        }

        var (modality, forbids) = YesNoQuestion.ModalityOf(words);
        modality = cues.Length > 0 && words.Any(word => word.Lower is "must" or "mustn't" or "mustn’t") ? Modality.Possibility : modality;
        // "No dogs in the garden."
        var isBan = asked.Modality == Modality.Possibility && modality == Modality.Fact && cues.Length == 1 && words[0] == cues[0];
        return modality == asked.Modality || isBan ? Answer((cues.Length > 0) ^ forbids ^ asked.Forbids ^ isOpposite) : null;
    }

    /// <summary>Returns whether a heading names the topic, and no kind of it as "Basic plan" does: a section may be of a special case.</summary>
    private static bool IsOnTopic(ParsedSentence heading, IReadOnlyList<AnnotatedToken> topic) =>
        heading.Content.Any(word => IsAmong(word, topic))
        && !heading
            .Words.Zip(heading.Words.Skip(1))
            .Any(pair => pair.First.IsContent && pair.Second.IsContent && !IsAmong(pair.First, topic) && IsAmong(pair.Second, topic));

    private static bool IsLimit(AnnotatedToken word, YesNoQuestion asked) =>
        !asked.Says(word.Lower)
        && (Limits.Contains(word.Lower) || (ClosedWords.IsAdverb(word.Lower) && word.Lower.EndsWith("ly", StringComparison.Ordinal)));

    /// <summary>Returns whether a statement says the opposite of what is asked; null where it says something else.</summary>
    /// <remarks>
    /// It has to have the words and prepositions of the question in their order, and no others but more members beside an "and". "Can I
    /// print data" is also "data can be printed".
    /// </remarks>
    private static bool? Matches(YesNoQuestion asked, ParsedSentence statement)
    {
        AnnotatedToken[] wanted = [.. asked.All.Where(Counts)];
        var isPassive = asked.All[0].Lower is "i" or "we" or "you" or "one";
        return Enumerable
            .Range(1, isPassive ? wanted.Length : 1)
            .Select(place => (AnnotatedToken[])[.. wanted[1..place], wanted[0], .. wanted[place..]])
            .Select(order => Matches(order, statement))
            .FirstOrDefault(isOpposite => isOpposite is not null);
    }

    private static bool? Matches(AnnotatedToken[] wanted, ParsedSentence statement)
    {
        var (next, opposites) = (0, 0);
        foreach (var word in statement.Words.Where(Counts))
        {
            if (next < wanted.Length && (wanted[next].Term == word.Term || wanted[next].Lower == word.Lower))
            {
                next++;
            }
            else if (next < wanted.Length && IsPredicate(statement, word) && Opposites.Are(wanted[next].Term, word.Term))
            {
                (next, opposites) = (next + 1, opposites + 1);
            }
            else if (!IsMember(statement, word))
            {
                return null;
            }
        }

        return next == wanted.Length && opposites < 2 ? opposites == 1 : null;
    }

    /// <summary>Returns whether a word is all that is said of the subject: "is closed".</summary>
    private static bool IsPredicate(ParsedSentence statement, AnnotatedToken word) =>
        word.Index > 0 && statement.Words[word.Index - 1].Lower is "is" or "are" or "not";

    /// <summary>Returns whether a word is one more member of an enumeration: "dogs and cats are allowed".</summary>
    private static bool IsMember(ParsedSentence statement, AnnotatedToken word)
    {
        string At(int place) => statement.Words.ElementAtOrDefault(place)?.Lower ?? "";
        var before = statement.Words.Take(word.Index).LastOrDefault(other => !ClosedWords.IsDeterminer(other.Lower))?.Lower;
        return word.Lower == "and"
            || (word.IsContent && At(word.Index + 1) == "and")
            || (
                word.IsContent
                && before == "and"
                && (word.Index + 1 == statement.Words.Count || ClosedWords.IsAuxiliary(At(word.Index + 1)))
            );
    }

    private static bool Counts(AnnotatedToken word) =>
        (word.IsContent || word.IsFigure || ClosedWords.IsPreposition(word.Lower) || word.Lower == "and")
        && !YesNoQuestion.IsModal(word.Lower)
        && !ClosedWords.Negates(word.Lower)
        && word.Lower
            is not (
                "to"
                or "of"
                or "there"
                or "stay"
                or "stays"
                or "remain"
                or "remains"
                or "be"
                or "please"
                or "here"
                or "also"
                or "too"
                or "just"
            );

    /// <summary>-1 for the past, 1 for the future, else 0.</summary>
    private static int TenseOf(string auxiliary) =>
        Past.Contains(auxiliary) ? -1
        : Future.Contains(auxiliary) ? 1
        : 0;

    private static int TenseOf(ParsedSentence statement)
    {
        var auxiliaries = statement.Words.Where(word => ClosedWords.IsAuxiliary(word.Lower) || ClosedWords.Negates(word.Lower)).ToArray();
        return auxiliaries.Select(word => TenseOf(word.Lower)).FirstOrDefault(tense => tense != 0) is var tense && tense != 0 ? tense
            : !auxiliaries.Any(word => ClosedWords.IsAuxiliary(word.Lower))
            && statement.Predicates.Any(predicate => predicate.Verb.Lower.EndsWith("ed", StringComparison.Ordinal))
                ? -1
            : 0;
    }

    private static bool IsAmong(AnnotatedToken word, IReadOnlyList<AnnotatedToken> words) =>
        words.Any(other => SameMeaning.Score(word, other) > 0);

    private static YesNo Answer(bool denies) => denies ? YesNo.No : YesNo.Yes;

    [GeneratedRegex(@"\bat all\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex AtAll();

    /// <summary>A heading that names a time, a group or a doubt: "Tickets before 2024", "Canoes for members".</summary>
    [GeneratedRegex(
        @"\b(?:for|until|till|before|after|since|from|between|during|if|when|without|only|except|old|former|myths?|planned|draft)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex LimitingHeading();
}
