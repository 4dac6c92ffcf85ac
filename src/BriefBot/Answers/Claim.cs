using BriefBot.Knowledge.Articles;

namespace BriefBot.Answers;

/// <summary>A quote that a sentence claims to rest on.</summary>
/// <param name="Passage">The passage, as it was found.</param>
/// <param name="Place">The place of the quote in its file.</param>
/// <param name="Quote">The quoted words.</param>
internal sealed record Claim(Passage Passage, Place Place, string Quote);
