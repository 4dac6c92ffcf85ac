using BriefBot.Knowledge.Articles;

namespace BriefBot.Retrieval;

/// <summary>A passage that was found.</summary>
/// <param name="Passage">The passage as it was kept.</param>
/// <param name="Score">The index's score: greater is better, comparable within one search only.</param>
public sealed record RankedPassage(Passage Passage, double Score);
