using BriefBot.Knowledge.Articles;

namespace BriefBot.Chat;

/// <summary>A passage with quotes, and their places in it.</summary>
/// <param name="Passage">The passage as it is kept now.</param>
/// <param name="Marks">The quotes in each of its blocks, in order, without overlap.</param>
public sealed record ShownPassage(Passage Passage, IReadOnlyList<IReadOnlyList<Answers.Highlight>> Marks);
