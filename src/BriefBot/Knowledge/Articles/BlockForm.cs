namespace BriefBot.Knowledge.Articles;

/// <summary>The form of a text in its article: the properties of <see cref="TextBlock"/> with the same names.</summary>
/// <param name="Kind">The kind of its block.</param>
/// <param name="Depth">Nesting depth of its list.</param>
/// <param name="BeginsItem">Whether it begins a list item.</param>
/// <param name="Number">The number of its item; 0 where the list has none.</param>
public readonly record struct BlockForm(BlockKind Kind, int Depth = 0, bool BeginsItem = false, int Number = 0);
