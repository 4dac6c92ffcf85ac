using BriefBot.Knowledge;

namespace BriefBot.Answers;

/// <summary>Makes one reply of the answers to the questions of one message.</summary>
internal static class SeveralAnswers
{
    private const int MaxClosest = 3;

    /// <summary>Maximum number of characters of a part named as not found.</summary>
    private const int MaxShown = 120;

    /// <summary>Maximum number of characters of an answer, so that it fits a message with its sources.</summary>
    private const int MaxLength = 3_000;

    /// <summary>
    /// Joins the answers in the order of the questions, without duplicates and with citations renumbered. Names unanswered parts unless all
    /// are. The confidence is the lowest of the answered parts.
    /// </summary>
    /// <param name="parts">The questions; at least one.</param>
    /// <param name="answers">Their answers, in the same order.</param>
    public static Answer Join(IReadOnlyList<string> parts, IReadOnlyList<Answer> answers)
    {
        var grounded = answers.Select(Numbered).OfType<Answer.Grounded>().ToArray();
        return answers switch
        {
            [Answer.Grounded only] => Shortened(only),
            [var only] => only,
            _ when answers.OfType<Answer.Unavailable>().FirstOrDefault() is { } unavailable => unavailable,
            _ when grounded.Length == 0 => Join([.. answers.OfType<Answer.NotFound>()]),
            _ => Shortened(Join(grounded)) with { Unanswered = [.. parts.Where((_, i) => answers[i] is Answer.NotFound).Select(Shorten)] },
        };
    }

    private static Answer Numbered(Answer answer, int question) =>
        answer is Answer.Grounded grounded
            ? grounded with
            {
                Sentences = [.. grounded.Sentences.Select(sentence => sentence with { Question = question })],
            }
            : answer;

    /// <summary>One reply of several, at least one.</summary>
    public static Answer.Grounded Join(IReadOnlyList<Answer.Grounded> answers)
    {
        var citations = new List<Citation>();
        var sentences = new List<AnswerSentence>();
        foreach (var answer in answers)
        {
            foreach (var sentence in answer.Sentences)
            {
                var rests = answer.Citations.Where(citation => sentence.Citations.Contains(citation.Number)).ToArray();
                if (!rests.All(citation => citations.Exists(other => other with { Number = citation.Number } == citation)))
                {
                    sentences.Add(sentence with { Settles = null, Citations = [.. rests.Select((_, i) => citations.Count + i + 1)] });
                    citations.AddRange(rests.Select((citation, i) => citation with { Number = citations.Count + i + 1 }));
                }
            }
        }

        return answers[0] with
        {
            Sentences = sentences,
            Citations = citations,
            Confidence = answers.Min(answer => answer.Confidence),
            Older = [.. answers.SelectMany(answer => answer.Older).Distinct()],
            SeeAlso = [.. answers.SelectMany(answer => answer.SeeAlso).Distinct()],
        };
    }

    /// <summary>Returns the first sentence and those after it that fit, with their citations.</summary>
    private static Answer.Grounded Shortened(Answer.Grounded answer)
    {
        var length = 0;
        return answer.First(Math.Max(answer.Sentences.TakeWhile(sentence => (length += sentence.Text.Length) <= MaxLength).Count(), 1));
    }

    /// <summary>Returns a part of the question as it is named when it was not found.</summary>
    public static string Shorten(string part) => ShortText.Shorten(part, MaxShown);

    private static Answer.NotFound Join(IReadOnlyList<Answer.NotFound> answers)
    {
        var suggestions = answers.Select(answer => answer.Suggestion).OfType<string>().Distinct().ToArray();
        return new Answer.NotFound
        {
            Reason = string.Join(' ', answers.Select(answer => answer.Reason).Distinct()),
            Suggestion = suggestions.Length > 0 ? string.Join(' ', suggestions) : null,
            Closest = [.. answers.SelectMany(answer => answer.Closest).Distinct().Take(MaxClosest)],
            Confidence = answers.Max(answer => answer.Confidence),
        };
    }
}
