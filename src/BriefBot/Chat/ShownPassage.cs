using BriefBot.Knowledge.Articles;

namespace BriefBot.Chat;

/// <summary>A passage in which quotes stand, and where in it they do.</summary>
/// <param name="Passage">The passage as it is kept now.</param>
/// <param name="Marks">Of each of its blocks the quotes in it, in order, apart.</param>
public sealed record ShownPassage(Passage Passage, IReadOnlyList<IReadOnlyList<Answers.Highlight>> Marks);
