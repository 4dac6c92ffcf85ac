using BriefBot.Knowledge.Articles;

namespace BriefBot.Answers;

/// <summary>What a sentence says that it rests on.</summary>
/// <param name="Passage">The passage, as it was found.</param>
/// <param name="Place">Where in its file the quote stands.</param>
/// <param name="Quote">Words that stand there.</param>
internal sealed record Claim(Passage Passage, Place Place, string Quote);
