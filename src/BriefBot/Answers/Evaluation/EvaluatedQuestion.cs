namespace BriefBot.Answers.Evaluation;

/// <summary>What came back for a question whose answer is known.</summary>
/// <param name="Question">The question.</param>
/// <param name="Answer">What came back.</param>
/// <param name="Milliseconds">How long it took.</param>
internal sealed record EvaluatedQuestion(EvaluationQuestion Question, Answer Answer, double Milliseconds)
{
    /// <summary>Whether there was an answer at all.</summary>
    public bool IsAnswered => Answer is Answer.Grounded;

    /// <summary>Whether the reply holds a right answer.</summary>
    public bool IsRight => Question.Answerable && Answer is Answer.Grounded grounded && grounded.Sentences.Any(IsRightSentence);

    /// <summary>Whether its first sentence does.</summary>
    public bool IsFirstRight => Question.Answerable && Answer is Answer.Grounded grounded && IsRightSentence(grounded.Sentences[0]);

    /// <summary>Whether it is right and a citation names the article that it should.</summary>
    public bool IsCitedRight => IsRight && (Question.Path is null || ((Answer.Grounded)Answer).Citations.Any(citation => citation.Path == Question.Path));

    /// <summary>Whether the bot did what it should: answered rightly what the folder answers, refused what it does not.</summary>
    public bool IsGood => Question.Answerable ? IsRight : !IsAnswered;

    private bool IsRightSentence(AnswerSentence sentence) => AnswerMatch.Holds(sentence.Text, Question.Answers);
}
