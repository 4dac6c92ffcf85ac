using BriefBot.Answers.Language;

namespace BriefBot.Answers.Entailment;

/// <summary>The evidence of a sentence, and the reason why it is not entailed.</summary>
/// <param name="Evidence">The sentences of passages.</param>
/// <param name="Problem">The kind of fact (number, date, name, negation, quotation) that is missing; null where none is.</param>
/// <param name="Unproven">The reason from all rules; null where they prove the sentence.</param>
internal sealed record SupportResult(IReadOnlyList<(PassageSentences Source, Sentence Sentence)> Evidence, UnsupportedReason? Problem, UnsupportedReason? Unproven);
