namespace BriefBot.Knowledge.Articles;

/// <summary>How a text stands in its article: the properties of <see cref="TextBlock"/> of the same names.</summary>
/// <param name="Kind">What its block is.</param>
/// <param name="Depth">How many lists it stands in.</param>
/// <param name="BeginsItem">Whether it begins an item of a list.</param>
/// <param name="Number">The number of its item; 0 where the list has none.</param>
public readonly record struct BlockForm(BlockKind Kind, int Depth = 0, bool BeginsItem = false, int Number = 0);
