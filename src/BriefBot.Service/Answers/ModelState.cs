using BriefBot.Answers;

namespace BriefBot.Service.Answers;

/// <summary>Keeps whether the model answered when it was asked last. Safe for concurrent use.</summary>
/// <param name="budget">Its budget.</param>
internal sealed class ModelState(TokenBudget budget)
{
    private volatile bool _isDown;

    /// <summary>
    /// Gets the state: <c>up</c>, also before it is asked, <c>down</c> after a request that failed, <c>out_of_budget</c> where the day's
    /// tokens are used up.
    /// </summary>
    public string Name =>
        budget.IsUsedUp ? OutOfBudget
        : _isDown ? Down
        : Up;

    /// <summary>Gets the states that there are.</summary>
    public static IReadOnlyList<string> All { get; } = [Up, Down, OutOfBudget];

    private const string Up = "up";
    private const string Down = "down";
    private const string OutOfBudget = "out_of_budget";

    /// <summary>Gets which part of the day's tokens is used, from 0; null where there is no limit.</summary>
    public double? UsedShare => budget.UsedShare;

    /// <summary>Records the outcome of a request.</summary>
    public void Set(ModelOutcome outcome)
    {
        if (outcome != ModelOutcome.OverBudget)
        {
            _isDown = outcome != ModelOutcome.Answered;
        }
    }
}
