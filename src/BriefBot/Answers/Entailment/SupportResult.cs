using BriefBot.Answers.Language;

namespace BriefBot.Answers.Entailment;

/// <summary>What a sentence rests on, and what of it that does not say.</summary>
/// <param name="Evidence">The sentences of passages.</param>
/// <param name="Problem">Which of its numbers, dates, names, denials or quotations they do not hold; null where they hold them all.</param>
/// <param name="Unproven">What of it the rules, all of them, do not find there; null where they prove it.</param>
internal sealed record SupportResult(IReadOnlyList<(PassageSentences Source, Sentence Sentence)> Evidence, UnsupportedReason? Problem, UnsupportedReason? Unproven);
