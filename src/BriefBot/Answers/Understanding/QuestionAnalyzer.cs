using System.Globalization;
using System.Text.RegularExpressions;
using BriefBot.Answers.Language;
using BriefBot.Retrieval;

namespace BriefBot.Answers.Understanding;

/// <summary>Analyzes a question: its content words, the expected type of answer, the earlier question it refers to.</summary>
internal sealed partial class QuestionAnalyzer
{
    /// <summary>Weight of words such as "current" and "newest", which need not be in the answer.</summary>
    private const double FramingBoost = 0.3;

    private readonly ITextAnalyzer _analyzer;
    private readonly DateOnly _today;
    private readonly QuestionSpelling _spelling;

    /// <param name="analyzer">The analyzer of the index.</param>
    /// <param name="synonyms">The folder's, as they are now.</param>
    /// <param name="spelling">Reads misspelt words by those of the folder.</param>
    /// <param name="today">The day on which it is asked.</param>
    public QuestionAnalyzer(ITextAnalyzer analyzer, SynonymTable synonyms, ISpelling spelling, DateOnly today)
    {
        _today = today;
        _analyzer = analyzer;
        _spelling = new QuestionSpelling(spelling, new ContentTerms(analyzer, synonyms));
    }

    /// <param name="text">The question as it was typed.</param>
    /// <param name="earlier">Earlier questions of the conversation, oldest first.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="IndexUnavailableException">The folder's words can't be read.</exception>
    public Question Analyze(string text, IReadOnlyList<string> earlier, CancellationToken cancellationToken)
    {
        if (earlier.Count > 0 && Replaced(text, earlier) is var (replaced, before))
        {
            return Analyze(replaced, [.. earlier.Take(before)], cancellationToken);
        }

        text = earlier.Count > 0 && Replacement.Meant(text) is { } meant ? $"and {meant}" : text;

        var mended = _spelling.Mend(
            FillerPhrases.Without(text, leans: earlier.Count > 0),
            earlier.Count > 0 ? earlier[^1] : null,
            cancellationToken
        );
        var question = Alone(mended);
        return earlier.Count > 0 && FollowUpDetector.LeansOn(mended.Text, question)
            ? FollowUpRewriter.Rewrite(mended.Text, question, Analyze(earlier[^1], [.. earlier.SkipLast(1)], cancellationToken))
            : question;
    }

    /// <summary>
    /// Returns the earlier question with its replacement, as far back as that goes, and the number of questions before it; null where it
    /// replaces nothing.
    /// </summary>
    private static (string Text, int Before)? Replaced(string text, IReadOnlyList<string> earlier)
    {
        if (earlier.Count == 0)
        {
            return null;
        }

        var (last, before) = Replaced(earlier[^1], [.. earlier.SkipLast(1)]) ?? (earlier[^1], earlier.Count - 1);
        return Replacement.Parse(text, last) is { } replaced ? (replaced, before) : null;
    }

    private Question Alone(CorrectedText mended)
    {
        var words = QuestionWords.Split(mended.Text);
        var written = string.Join(' ', words);
        var form = QuestionIntent.Detect(mended.Text, _analyzer);
        var terms = mended.Terms;
        var time = AskedTime.Parse(written);
        var superlative = Superlative.Parse(written);
        bool FramesOnly(string word) => time.Frames(word) || (superlative is not null && Superlative.Frames(word));
        return new Question
        {
            Text = WithSynonyms(mended),
            Terms =
            [
                .. Unframed(terms, form).Select(term => FramesOnly(term.Word) ? term with { Boost = term.Boost * FramingBoost } : term),
            ],
            Expected = form?.Expected ?? AnswerTypeClassifier.Classify(written),
            Form = form,
            Details = Detail.Find(mended.Text, _analyzer),
            Codes =
            [
                .. WrittenCodes
                    .Find(mended.Text)
                    .Concat(AskedTime.Years(written, _today).Select(year => year.ToString(CultureInfo.InvariantCulture)))
                    .Distinct(),
            ],
            Superlative = superlative,
            Time = time,
            Days =
            [
                .. AskedDay.Find(mended.Text, _analyzer),
                .. AskedTime.Years(written, _today).Select(year => new AskedDay(year, null, null)),
            ],
            IsYesNo = YesNo().IsMatch(written),
            IsForeign = ForeignLanguage.IsForeign(mended.Text),
            AskedFor = _analyzer.Analyze(AnswerTypeClassifier.NamedThing(written)).Select(token => token.Term).ToHashSet(),
            AsksForSubject = AnswerTypeClassifier.IsOfTheSubject(words),
            Property = AskedProperty.Parse(written, _analyzer),
            Names = WrittenNames.Find(mended.Text, _analyzer),
            Words = words
                .Concat(terms.SelectMany(term => term.Synonyms).SelectMany(synonym => QuestionWords.Split(synonym.Text)))
                .ToHashSet(),
        };
    }

    [GeneratedRegex(
        @"^(?:(?:and|so|ok|hi|hey|but) )*(?:is|are|was|were|am|do|does|did|can|could|may|might|must|should|shall|will|would|has|have|had) ",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex YesNo();

    /// <summary>Returns the text with the first synonym after each of the folder's own names, in the articles' words.</summary>
    private static string WithSynonyms(CorrectedText mended)
    {
        var meant = mended
            .Terms.Where(term => term.Synonyms.Count > 0)
            .Select(term => term.Synonyms[0].Text)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToArray();
        return meant.Length == 0 ? mended.Text : $"{mended.Text} ({string.Join(", ", meant)})";
    }

    private static IReadOnlyList<QueryTerm> Unframed(IReadOnlyList<QueryTerm> terms, QuestionIntent? form) =>
        form is not null && terms.Where(term => !form.Frames(term.Word)).ToArray() is { Length: > 0 } unframed ? unframed : terms;
}
