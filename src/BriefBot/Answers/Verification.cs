namespace BriefBot.Answers;

/// <summary>The verdicts of a verifier.</summary>
/// <param name="Outcome"><see cref="ModelOutcome.Answered"/> where it judged any of them, else why it did not.</param>
/// <param name="Verdicts">
/// For each sentence whether its passages state all of it; null where no judgement of it could be read. Empty where none was judged.
/// </param>
internal sealed record Verification(ModelOutcome Outcome, IReadOnlyList<bool?> Verdicts);
