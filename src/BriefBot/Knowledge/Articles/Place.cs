namespace BriefBot.Knowledge.Articles;

/// <summary>The location of a text in its file.</summary>
/// <param name="Unit">The unit of the numbers.</param>
/// <param name="First">The 1-based number at which it begins.</param>
/// <param name="Last">The number at which it ends; not below <paramref name="First"/>.</param>
public readonly record struct Place(PlaceUnit Unit, int First, int Last);
