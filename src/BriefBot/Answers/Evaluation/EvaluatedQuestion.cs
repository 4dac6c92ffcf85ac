namespace BriefBot.Answers.Evaluation;

/// <summary>What came back for a question whose answer is known.</summary>
/// <param name="Question">The question.</param>
/// <param name="Answer">What came back.</param>
/// <param name="Milliseconds">How long it took.</param>
internal sealed record EvaluatedQuestion(EvaluationQuestion Question, Answer Answer, double Milliseconds)
{
    /// <summary>Whether there was an answer at all.</summary>
    public bool IsAnswered => Answer is Answer.Grounded;

    /// <summary>Whether there was one that was said as sure.</summary>
    public bool IsSure => Answer is Answer.Grounded { IsSure: true };

    /// <summary>Whether there was one that was said as what perhaps answers.</summary>
    public bool IsPerhaps => Answer is Answer.Grounded { IsSure: false };

    /// <summary>Whether the reply holds a right answer, wherever it stands.</summary>
    public bool IsRight => Question.Answerable && Answer is Answer.Grounded grounded
        && AnswerMatch.IsRight(Question, Shown(grounded));

    /// <summary>Returns what a person sees of an answer: the parts under their sections, without the numbers of citations.</summary>
    public static string Shown(Answer.Grounded grounded) =>
        string.Join('\n', grounded.Parts.SelectMany(part => part.Sentences.Select(sentence => sentence.Text).Prepend(part.Section)));

    /// <summary>Whether it is right and its first sentence holds an answer or a part of it.</summary>
    public bool IsFirstRight => IsRight && Answer is Answer.Grounded grounded && AnswerMatch.Holds(grounded.Sentences[0].Text, [.. Question.Answers, .. Question.All]);

    /// <summary>Whether it is right and a citation names the article that it should.</summary>
    public bool IsCitedRight => IsRight && AnswerMatch.IsCited(Question, ((Answer.Grounded)Answer).Citations.Select(citation => citation.Path));

    /// <summary>Whether the bot did what it should: answered rightly what the folder answers, refused what it does not.</summary>
    public bool IsGood => Question.Answerable ? IsRight : !IsAnswered;
}
