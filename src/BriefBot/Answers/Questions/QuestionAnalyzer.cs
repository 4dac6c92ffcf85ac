using System.Text.RegularExpressions;
using BriefBot.Answers.Sentences;
using BriefBot.Retrieval;

namespace BriefBot.Answers.Questions;

/// <summary>Understands a question: which words carry it, what kind of thing it asks for, what it leans on.</summary>
internal sealed partial class QuestionAnalyzer(ITextAnalyzer analyzer, SynonymTable synonyms)
{
    /// <summary>What an earlier question lends counts for less than what was asked now.</summary>
    private const double LeantBoost = 0.6;

    /// <summary>"And Easley?" puts one thing in the place of another, and in small letters there is no telling of which.</summary>
    private const double ReplacedBoost = 0.3;

    /// <summary>Whoever says "you" to the bot means the bot; articles about it use its name.</summary>
    private const string OwnName = "briefbot";

    private const double OwnBoost = 0.5;

    /// <summary>What a word counts whose answer seldom holds it.</summary>
    private const double MeasureBoost = 0.4;

    /// <summary>Questions with more words than this carry a story; what comes first is taken.</summary>
    private const int MaxTerms = 64;

    /// <param name="text">The question as it was typed.</param>
    /// <param name="earlier">Earlier questions of the conversation, oldest first.</param>
    public Question Analyze(string text, IReadOnlyList<string> earlier)
    {
        var question = Alone(text);
        return earlier.Count > 0 && FollowUp.LeansOn(text, question) ? Leaning(text, question, Analyze(earlier[^1], [.. earlier.SkipLast(1)])) : question;
    }

    private Question Alone(string text)
    {
        var words = QuestionWords.In(text);
        var written = string.Join(' ', words);
        var form = QuestionForm.Of(text, analyzer);
        var terms = Terms(text);
        return new Question
        {
            Terms = Unframed(terms, form),
            Expected = form?.Expected ?? Expect(written),
            Form = form,
            AskedFor = Terms(WhatNoun().Match(written)),
            Property = AskedProperty.In(written, analyzer),
            Names = Names(text),
            Words = words.Concat(terms.SelectMany(term => term.Synonyms).SelectMany(synonym => QuestionWords.In(synonym.Text))).ToHashSet(),
        };
    }

    private static Question Leaning(string text, Question question, Question earlier)
    {
        // "and India?" puts one name in the place of another.
        var replaced = question.Names.Count > 0 && !FollowUp.SpeaksOfSomebody(text) ? earlier.Names : new HashSet<string>();
        // "Why?" alone brings nothing but its kind.
        var brought = question.Terms.Where(term => !FunctionWords.Contains(term.Word)).ToArray();
        var own = brought.Select(term => term.Term).ToHashSet();
        var share = brought.Length == 0 ? 1 : replaced.Count == 0 && FollowUp.PutsInPlace(text) ? ReplacedBoost : LeantBoost;
        var leant = earlier.Terms
            .Where(term => !own.Contains(term.Term) && !replaced.Contains(term.Term))
            .Select(term => term with { Boost = term.Boost * share });
        return question with
        {
            Terms = [.. leant.Concat(brought).Take(MaxTerms)],
            Expected = question.Expected == ExpectedAnswer.Anything ? earlier.Expected : question.Expected,
            AskedFor = question.AskedFor.Count > 0 ? question.AskedFor : earlier.AskedFor,
            Property = question.Property ?? earlier.Property,
            Form = Leaning(question.Form, earlier, replaced.Count > 0 && FollowUp.PutsInPlace(text) ? brought : []),
            Names = question.Names.Count > 0 ? question.Names : earlier.Names,
            Words = question.Words.Union(earlier.Words).ToHashSet(),
        };
    }

    /// <summary>"What did he say?" speaks of whom the question before was about; "and Reuel?" puts one speaker in the place of another.</summary>
    private static QuestionForm? Leaning(QuestionForm? form, Question earlier, QueryTerm[] inPlace) => (form, earlier.Form) switch
    {
        (Saying { Speaker.Count: 0 }, _) => Saying.By([.. earlier.Terms.Where(term => earlier.Names.Count == 0 || earlier.Names.Contains(term.Term))]),
        (null, Saying) when inPlace.Length > 0 => Saying.By(inPlace),
        _ => form,
    };

    private static QueryTerm[] Unframed(QueryTerm[] terms, QuestionForm? form) =>
        form is not null && terms.Where(term => !form.Frames(term.Word)).ToArray() is { Length: > 0 } unframed ? unframed : terms;

    private QueryTerm[] Terms(string text)
    {
        var own = SpeaksToTheBot().IsMatch(text) ? analyzer.Analyze(OwnName).Select(token => new QueryTerm(token.Term, OwnName, OwnBoost)).ToArray() : [];
        var asked = Carrying(text, own.Length > 0).SelectMany(token => Meant(text, token));
        QueryTerm[] terms = [.. own.Concat(asked).DistinctBy(term => term.Term).Take(MaxTerms)];
        return synonyms.IsEmpty ? terms : WithSynonyms(terms, synonyms.Find(analyzer.Analyze(text)));
    }

    private QueryTerm[] WithSynonyms(QueryTerm[] terms, IReadOnlyDictionary<string, IReadOnlyList<Synonym>> found) =>
        [.. terms.Select(term => term with { Synonyms = found.GetValueOrDefault(term.Term, []), IsKnown = synonyms.Knows(term.Term) })];

    private IEnumerable<QueryTerm> Meant(string text, Token token)
    {
        var spelt = Spelt(text, token);
        // What the folder's synonyms explain is no chat spelling of something else.
        var meant = synonyms.Knows(token.Term) ? spelt : ChatSpelling.Meant(spelt);
        return meant == spelt
            ? [new QueryTerm(token.Term, spelt, IsMeasure(text, token) ? MeasureBoost : 1)]
            : analyzer.Analyze(meant).Select(word => new QueryTerm(word.Term, meant[word.Start..word.End]));
    }

    /// <summary>The words of the question that say what it is about; where none does, all of them, unless none need to.</summary>
    private IReadOnlyList<Token> Carrying(string text, bool mayBeNone)
    {
        // "Take place" has nothing to do with places, nor "held" with hands. Blanks keep the offsets.
        var tokens = analyzer.Analyze(Happens().Replace(text, match => new string(' ', match.Length)));
        var carrying = tokens.Where(token => !IsQuestionWord(Spelt(text, token)) || IsAcronym(text, token)).ToArray();
        return carrying.Length > 0 || mayBeNone ? carrying : tokens;
    }

    private static bool IsQuestionWord(string word) => QuestionWords.In(word).All(FunctionWords.Contains);

    /// <summary>Whether it is the measure after "how": its answer is a number, and seldom says "high" or "long".</summary>
    private static bool IsMeasure(string text, Token token) =>
        text.AsSpan(0, token.Start).TrimEnd().EndsWith("how", StringComparison.OrdinalIgnoreCase);

    /// <summary>"US" is a country where "us" is not, unless all is written in capitals.</summary>
    private static bool IsAcronym(string text, Token token) =>
        token.End - token.Start > 1 && !text.AsSpan(token.Start, token.End - token.Start).ContainsAnyExceptInRange('A', 'Z') && text.Any(char.IsLower);

    private static string Spelt(string text, Token token)
    {
        var word = text[token.Start..token.End].ToLowerInvariant().Replace('’', '\'');
        return word.EndsWith("'s", StringComparison.Ordinal) && !FunctionWords.Contains(word) ? word[..^2] : word;
    }

    private HashSet<string> Names(string text)
    {
        // Who types all in capitals, or each word with one, tells nothing of names.
        var isTold = text.Any(char.IsLower) && WordBeginnings().Count(text) > CapitalBeginnings().Count(text);
        return isTold
            ? [.. WrittenFacts.In(text)
                .Where(fact => fact.Kind == FactKind.Name)
                .SelectMany(fact => analyzer.Analyze(text.Substring(fact.Start, fact.Length)))
                .Select(token => token.Term)
                .Where(term => !FunctionWords.Contains(term))]
            : [];
    }

    private static ExpectedAnswer Expect(string question) => question switch
    {
        _ when DateAsked().IsMatch(question) => ExpectedAnswer.Date,
        _ when DurationAsked().IsMatch(question) => ExpectedAnswer.Duration,
        _ when NumberAsked().IsMatch(question) => ExpectedAnswer.Number,
        _ when WhoIsAsked().IsMatch(question) => ExpectedAnswer.Definition,
        _ when ReasonAsked().IsMatch(question) => ExpectedAnswer.Reason,
        _ when PersonAsked().IsMatch(question) => ExpectedAnswer.Person,
        _ when PlaceAsked().IsMatch(question) => ExpectedAnswer.Place,
        _ when NameAsked().IsMatch(question) => ExpectedAnswer.Name,
        _ when DefinitionAsked().IsMatch(question) => ExpectedAnswer.Definition,
        _ when MannerAsked().IsMatch(question) => ExpectedAnswer.Manner,
        _ => ExpectedAnswer.Anything,
    };

    /// <summary>What the pattern caught, analysed; empty where it caught nothing.</summary>
    private HashSet<string> Terms(Match match) =>
        [.. match.Groups.Values.Skip(1).Where(group => group.Success).SelectMany(group => analyzer.Analyze(group.Value)).Select(token => token.Term)];

    [GeneratedRegex(@"\bhow (?:many|much|old|high|tall|far|fast|large|big|long|deep|wide|heavy|often|hot|cold)\b|\b(?:what|which) (?:(?:is|was|are|were) )?(?:the )?(?!has\b|have\b|had\b|does\b|did\b|do\b|type\b|kind\b|is\b|was\b)(?:(?>\w+) )?(?:number|percentage|percent|population|amount|price|cost|age|temperature|distance|total|height|length|speed|quantity|proportion|fraction)\b(?! (?:called|named|known))", RegexOptions.None, MatchTimeout.Milliseconds)]
    private static partial Regex NumberAsked();

    [GeneratedRegex(@"\bwhen(?:'s)? (?:exactly )?(?:did|do|does|was|were|is|are|will|would|can|could|has|have|had|should)\b|^when$|\b(?:what|which) (?:is |was )?(?:the )?(?:(?>\w+) )?(?:year|date|day|month|century|decade|era|period)s?\b|\b(?:at )?what time\b|\bhow long ago\b|\bsince (?:when|what)\b", RegexOptions.None, MatchTimeout.Milliseconds)]
    private static partial Regex DateAsked();

    // "How long is the Rhine?" asks for a length.
    [GeneratedRegex(@"\bhow long\b(?! (?:is|are|can|may|should|must)\b)", RegexOptions.None, MatchTimeout.Milliseconds)]
    private static partial Regex DurationAsked();

    [GeneratedRegex(@"\bwhy\b|\b(?:what|which) (?:is |was |were |are )?(?:the |a )?(?:(?>\w+) )?(?:reason|cause|purpose|motive)s?\b|\bhow come\b|\bwhat (?:caused|made|led|triggered)\b|\bwhat .{0,200} for$", RegexOptions.None, MatchTimeout.Milliseconds)]
    private static partial Regex ReasonAsked();

    [GeneratedRegex(@"\b(?:who|whom|whose)\b|\b(?:what|which) (?:(?>\w+) )?(?:person|man|woman|people|leader|president|minister|king|queen|scientist|author|player|politician|general|emperor|actor|writer|singer|scholar|mathematician|philosopher|physicist)s?\b", RegexOptions.None, MatchTimeout.Milliseconds)]
    private static partial Regex PersonAsked();

    [GeneratedRegex(@"^(?>(?:so |and |ok |tell me )*)who (?:is|was|are|were) (?!the\b|a\b|an\b|in\b|on\b|it\b)(?>[\w'-]+)(?: (?>[\w'-]+)){0,2}$", RegexOptions.None, MatchTimeout.Milliseconds)]
    private static partial Regex WhoIsAsked();

    [GeneratedRegex(@"\bwhere\b|\b(?:in|at|to|from)? ?(?:what|which) (?:(?>\w+) )?(?:city|cities|country|countries|place|town|state|region|continent|river|location|area|province|island|capital|county|ocean|sea|street)s?\b", RegexOptions.None, MatchTimeout.Milliseconds)]
    private static partial Regex PlaceAsked();

    [GeneratedRegex(@"\bwhat (?:is|was|are|were) (?:the )?(?:(?>\w+) ){0,3}(?:name|called|named|title)\b|\b(?:what|which) (?:(?>\w+) )?(?:company|companies|organi[sz]ation|team|book|film|movie|newspaper|university|group|party|nation|agency|law|treaty|act|language|religion|school|war|army|court|theory)s?\b|\bnamed?\b", RegexOptions.None, MatchTimeout.Milliseconds)]
    private static partial Regex NameAsked();

    [GeneratedRegex(@"^(?>(?:so |and |ok |please |can you |tell me )*)(?:what (?:is|are|was|were|does) (?:a |an |the )?(?:(?>[\w'-]+) ?){1,3}(?:mean)?$|define |explain what )", RegexOptions.None, MatchTimeout.Milliseconds)]
    private static partial Regex DefinitionAsked();

    [GeneratedRegex(@"\bhow\b|\bin what (?:way|manner)\b|\bby what means\b", RegexOptions.None, MatchTimeout.Milliseconds)]
    private static partial Regex MannerAsked();

    [GeneratedRegex(@"\b(?:what|which|how many|how much) (?!is\b|are\b|was\b|were\b|did\b|do\b|does\b|has\b|have\b|had\b|can\b|could\b|will\b|would\b|kind\b|type\b)((?>[\w'-]+))", RegexOptions.None, MatchTimeout.Milliseconds)]
    private static partial Regex WhatNoun();

    [GeneratedRegex(
        @"\b(?:this|the) bot\b|\byou(?:r|rs|rself)\b|\bur\b|\b(?:who|what) are (?:you|u)\b|\bto (?:you|u)\b|\b(?:can|do) (?:you|u) do\b|^(?:(?:and|so|hey|hi|ok|but),? )?(?:do|are|can|will|did|have|could) (?:you|u)\b(?! (?:know|tell|explain|say|give|help|find|show|list|please))",
        RegexOptions.IgnoreCase, MatchTimeout.Milliseconds)]
    private static partial Regex SpeaksToTheBot();

    [GeneratedRegex(@"\b(?:take|takes|took|taken|taking)(?>\s+)place\b|(?<=\b(?:is|are|was|were|be|been)\b.{0,200})\bheld\b", RegexOptions.IgnoreCase, MatchTimeout.Milliseconds)]
    private static partial Regex Happens();

    [GeneratedRegex(@"\b\p{L}", RegexOptions.None, MatchTimeout.Milliseconds)]
    private static partial Regex WordBeginnings();

    [GeneratedRegex(@"\b\p{Lu}", RegexOptions.None, MatchTimeout.Milliseconds)]
    private static partial Regex CapitalBeginnings();
}
