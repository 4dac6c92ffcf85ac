using BriefBot.Answers;

namespace BriefBot.Tests.Fakes;

/// <summary>A model behind the check that answers when a test lets it.</summary>
internal sealed class ScriptedRefiner : IAnswerRefiner
{
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Func<string, Answer, CancellationToken, Task<Answer>> Says { get; set; } = (question, _, _) => Task.FromResult(Better(question));

    /// <summary>Who asked, for each question.</summary>
    public List<string> Authors { get; } = [];

    /// <summary>An answer that is there before the whole one, or null.</summary>
    public Answer.Grounded? Begins { get; init; }

    /// <summary>Completes when it is asked.</summary>
    public Task AskedAsync => _asked.Task;

    public static Answer Better(string question) =>
        ScriptedAnswerer.Grounded($"The model says so with “{question}”") with
        {
            Composer = AnswerSource.Model,
            Model = new ModelUse(ModelOutcome.Answered) { PromptVersion = "p" },
        };

    /// <summary>How long it is waited for before the first answer is shown.</summary>
    public TimeSpan Waits { get; init; }

    public TimeSpan Patience(Answer first) => Waits;

    public Task<Answer> RefineAsync(
        string question,
        IReadOnlyList<PreviousQuestion> earlier,
        string author,
        Answer first,
        Action<Answer.Grounded>? begun,
        CancellationToken cancellationToken
    )
    {
        lock (Authors)
        {
            Authors.Add(author);
        }

        _asked.TrySetResult();
        if (Begins is not null)
        {
            begun?.Invoke(Begins);
        }

        return Says(question, first, cancellationToken);
    }
}
