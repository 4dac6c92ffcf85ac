namespace BriefBot.Answers;

/// <summary>A sentence that a composer wrote and that no passage proves.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Problem">What of it no passage proves, as <see cref="ModelUse.Dropped"/> counts it: "date", "name", "words".</param>
internal sealed record UnprovenSentence(string Text, string Problem);
