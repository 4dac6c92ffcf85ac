namespace BriefBot.Answers.Evaluation;

/// <summary>The reply to a question with a known answer.</summary>
/// <param name="Question">The question.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Milliseconds">Time taken, in milliseconds.</param>
internal sealed record EvaluatedQuestion(EvaluationQuestion Question, Answer Answer, double Milliseconds)
{
    /// <summary>Indicates whether there was an answer at all.</summary>
    public bool IsAnswered => Answer is Answer.Grounded;

    /// <summary>Indicates whether there was one that was said as sure.</summary>
    public bool IsSure => Answer is Answer.Grounded { IsSure: true };

    /// <summary>Indicates whether it was answered as perhaps.</summary>
    public bool IsPerhaps => Answer is Answer.Grounded { IsSure: false };

    /// <summary>Indicates whether the reply contains a right answer, in any sentence.</summary>
    public bool IsRight => Question.Answerable && Answer is Answer.Grounded grounded && AnswerMatch.IsRight(Question, Shown(grounded));

    /// <summary>Returns an answer as a person sees it: the parts under their sections, without citation numbers.</summary>
    public static string Shown(Answer.Grounded grounded) =>
        string.Join('\n', grounded.Parts.SelectMany(part => part.Sentences.Select(sentence => sentence.Text).Prepend(part.Section)));

    /// <summary>Indicates whether it is right and its first sentence holds an answer or a part of it.</summary>
    public bool IsFirstRight =>
        IsRight
        && Answer is Answer.Grounded grounded
        && AnswerMatch.Holds(grounded.Sentences[0].Text, [.. Question.Answers, .. Question.All]);

    /// <summary>Indicates whether it is right and a citation names the article that it should.</summary>
    public bool IsCitedRight =>
        IsRight && AnswerMatch.IsCited(Question, ((Answer.Grounded)Answer).Citations.Select(citation => citation.Path));

    /// <summary>The yes or no that the answer begins with; null where it begins with neither.</summary>
    public YesNo? Said => Answer is Answer.Grounded { Sentences: [var first, ..] } ? first.Settles ?? first.SaysYesOrNo : null;

    /// <summary>Indicates whether the reply was right to an answerable question, or a refusal of another.</summary>
    public bool IsGood => Question.Answerable ? IsRight : !IsAnswered;
}
