namespace BriefBot.Service.Hosting;

/// <summary>How an evaluation is reported, and what it must reach.</summary>
/// <param name="Json">As JSON instead of tables.</param>
/// <param name="MinRight">The least share of answerable questions answered rightly, or null.</param>
/// <param name="MinRefused">The least share of unanswerable questions refused, or null.</param>
internal sealed record EvalOutput(bool Json, double? MinRight, double? MinRefused);
