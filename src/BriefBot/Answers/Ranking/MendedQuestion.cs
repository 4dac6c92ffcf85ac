using System.Text.RegularExpressions;
using BriefBot.Answers.Questions;
using BriefBot.Answers.Sentences;
using BriefBot.Retrieval;

namespace BriefBot.Answers.Ranking;

/// <summary>Understands a question again when the index has read its misspelt words.</summary>
internal static class MendedQuestion
{
    /// <summary>
    /// The question as its misspelt words were read, for they may say what is asked for; what turns out to be a question
    /// word carries nothing.
    /// </summary>
    /// <param name="analyzer">Understands it.</param>
    /// <param name="text">The question as it was typed.</param>
    /// <param name="earlier">Earlier questions of the conversation, oldest first.</param>
    /// <param name="question">What <see cref="QuestionAnalyzer.Analyze"/> made of them.</param>
    /// <param name="found">What became of its terms.</param>
    public static QuestionMatch Match(this QuestionAnalyzer analyzer, string text, IReadOnlyList<string> earlier, Question question, IReadOnlyList<FoundTerm> found)
    {
        var read = found.Select(term => (Term: term, Word: QuestionWords.Misread(term) ?? term.Correction)).Where(read => read.Word is not null).ToArray();
        if (read.Length == 0)
        {
            return new QuestionMatch(question, found);
        }

        var mended = read.Aggregate(text, (before, one) => Mended(before, one.Term.Asked.Word, one.Word ?? ""));
        var carrying = found.Except(read.Where(one => FunctionWords.Contains(one.Word ?? "")).Select(one => one.Term)).ToArray();
        return new QuestionMatch(analyzer.Analyze(mended, earlier) with { Terms = [.. carrying.Select(term => term.Asked)] }, carrying);
    }

    /// <summary>A capital stays one.</summary>
    private static string Mended(string text, string typed, string read) => Regex.Replace(
        text,
        $@"\b{Regex.Escape(typed)}\b",
        match => char.IsUpper(match.ValueSpan[0]) ? char.ToUpperInvariant(read[0]) + read[1..] : read,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        TimeSpan.FromMilliseconds(MatchTimeout.Milliseconds));
}
