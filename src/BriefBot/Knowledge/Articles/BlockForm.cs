namespace BriefBot.Knowledge.Articles;

/// <summary>How a text stands in its article: the properties of <see cref="TextBlock"/> of the same names.</summary>
/// <param name="Kind">What its block is.</param>
/// <param name="Depth">How many lists it stands in.</param>
/// <param name="BeginsItem">Whether it begins an item of a list.</param>
/// <param name="IsNumbered">Whether its list is numbered.</param>
public readonly record struct BlockForm(BlockKind Kind, int Depth = 0, bool BeginsItem = false, bool IsNumbered = false);
