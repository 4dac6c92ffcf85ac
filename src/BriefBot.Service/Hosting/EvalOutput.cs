namespace BriefBot.Service.Hosting;

/// <summary>How an evaluation is reported, what it must reach, and whether a model takes part.</summary>
/// <param name="Json">As JSON instead of tables.</param>
/// <param name="MinRight">The least share of answerable questions answered rightly, or null; with a model, by it.</param>
/// <param name="MinRefused">The least share of unanswerable questions refused, or null; with a model, by it.</param>
internal sealed record EvalOutput(bool Json, double? MinRight, double? MinRefused)
{
    /// <summary>Whether the configured model is asked too.</summary>
    public bool Model { get; init; }

    /// <summary>The file in which what it writes is kept, or null.</summary>
    public string? Record { get; init; }

    /// <summary>The file of what it wrote before, which is played back instead of asking it, or null.</summary>
    public string? Replay { get; init; }
}
