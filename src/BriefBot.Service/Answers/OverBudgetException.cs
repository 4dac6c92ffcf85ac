namespace BriefBot.Service.Answers;

/// <summary>The day's tokens are used up, and the model was not asked.</summary>
internal sealed class OverBudgetException() : Exception("The day's tokens are used up.");
