namespace BriefBot.Answers;

/// <summary>A sentence that a composer wrote and that no passage proves.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Problem">The reason, as counted in <see cref="ModelUse.Dropped"/>: "date", "name", "words".</param>
internal sealed record UnprovenSentence(string Text, string Problem);
