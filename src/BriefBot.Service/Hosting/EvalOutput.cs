namespace BriefBot.Service.Hosting;

/// <summary>Options of an evaluation's report, its thresholds, and whether a model takes part.</summary>
/// <param name="Json">As JSON instead of tables.</param>
/// <param name="MinRight">The least share of answerable questions answered rightly, or null; with a model, by it.</param>
/// <param name="MinRefused">The least share of unanswerable questions refused, or null; with a model, by it.</param>
internal sealed record EvalOutput(bool Json, double? MinRight, double? MinRefused)
{
    /// <summary>Indicates whether the configured model is asked too.</summary>
    public bool Model { get; init; }

    /// <summary>Path of the file that records the model's replies, or null.</summary>
    public string? Record { get; init; }

    /// <summary>Path of the file with recorded replies to play back instead of asking the model, or null.</summary>
    public string? Replay { get; init; }
}
