namespace BriefBot.Answers;

/// <summary>What was asked before in a conversation, and what was shown to it.</summary>
/// <param name="Text">The question as it was typed.</param>
/// <param name="Shown">What the answer cited; empty where there was none.</param>
public sealed record PreviousQuestion(string Text, IReadOnlyList<Citation> Shown)
{
    /// <summary>What was answered, without the numbers of citations; empty where nothing was.</summary>
    public string Answer { get; init; } = "";

    /// <summary>A question with its answer.</summary>
    public static PreviousQuestion Create(string text, Answer answer) => answer is Answer.Grounded grounded
        ? new PreviousQuestion(text, grounded.Citations) { Answer = string.Join(' ', grounded.Sentences.Select(sentence => sentence.Text)) }
        : new PreviousQuestion(text, []);
}
