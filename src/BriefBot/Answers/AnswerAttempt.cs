namespace BriefBot.Answers;

/// <summary>The evidence found on the way to an answer, opaque to the caller, for answering the question again with a model.</summary>
public abstract class AnswerAttempt
{
    private protected AnswerAttempt()
    {
    }
}
