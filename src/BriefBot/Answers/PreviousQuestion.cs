namespace BriefBot.Answers;

/// <summary>An earlier question of a conversation and its answer.</summary>
/// <param name="Text">The question as it was typed.</param>
/// <param name="Shown">The citations of the answer; may be empty.</param>
public sealed record PreviousQuestion(string Text, IReadOnlyList<Citation> Shown)
{
    /// <summary>The text of the answer without citation numbers; may be empty.</summary>
    public string Answer { get; init; } = "";

    /// <summary>A question with its answer.</summary>
    public static PreviousQuestion Create(string text, Answer answer) => answer is Answer.Grounded grounded
        ? new PreviousQuestion(text, grounded.Citations) { Answer = string.Join(' ', grounded.Sentences.Select(sentence => sentence.Text)) }
        : new PreviousQuestion(text, []);
}
