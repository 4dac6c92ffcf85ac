namespace BriefBot.Knowledge.Articles;

/// <summary>Where a text stands in its file.</summary>
/// <param name="Unit">What the numbers count.</param>
/// <param name="First">The 1-based number at which it begins.</param>
/// <param name="Last">The number at which it ends; not below <paramref name="First"/>.</param>
public readonly record struct Place(PlaceUnit Unit, int First, int Last);
