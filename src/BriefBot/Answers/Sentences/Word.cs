namespace BriefBot.Answers.Sentences;

/// <summary>A word of a sentence.</summary>
/// <param name="Term">Its analysed form.</param>
/// <param name="Spelt">How it stands there, in lower case.</param>
/// <param name="Start">The 0-based offset of its first character in the sentence.</param>
internal readonly record struct Word(string Term, string Spelt, int Start);
