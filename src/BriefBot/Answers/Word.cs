namespace BriefBot.Answers;

/// <summary>A word of a sentence.</summary>
/// <param name="Term">Its analysed form.</param>
/// <param name="Spelt">How it stands there, in lower case.</param>
/// <param name="Start">The 0-based offset of its first character in the sentence.</param>
/// <param name="Position">Its place among the words of the sentence, stop words counted.</param>
internal readonly record struct Word(string Term, string Spelt, int Start, int Position);
