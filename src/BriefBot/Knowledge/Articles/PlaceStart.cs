namespace BriefBot.Knowledge.Articles;

/// <summary>
/// The text from <paramref name="Offset"/> (0-based, in a block's text) on is at the place <paramref name="Number"/> (1-based, in the
/// article's <see cref="PlaceUnit"/>).
/// </summary>
public readonly record struct PlaceStart(int Offset, int Number);
