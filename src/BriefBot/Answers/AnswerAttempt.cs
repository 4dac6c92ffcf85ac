namespace BriefBot.Answers;

/// <summary>The evidence found for an answer, opaque to the caller, with which a model may answer the question again.</summary>
public abstract class AnswerAttempt
{
    private protected AnswerAttempt()
    {
    }
}
