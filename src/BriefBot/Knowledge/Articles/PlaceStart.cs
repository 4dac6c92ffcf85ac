namespace BriefBot.Knowledge.Articles;

/// <summary>
/// From <paramref name="Offset"/> (0-based, in a block's text) on, the text stands at the place <paramref name="Number"/>
/// (1-based; what it counts is the article's <see cref="PlaceUnit"/>).
/// </summary>
public readonly record struct PlaceStart(int Offset, int Number);
