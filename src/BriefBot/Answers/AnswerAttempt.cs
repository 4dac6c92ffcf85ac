namespace BriefBot.Answers;

/// <summary>What was found on the way to an answer: for whoever answers the question again, and of no use to whoever shows it.</summary>
public abstract class AnswerAttempt
{
    private protected AnswerAttempt()
    {
    }
}
