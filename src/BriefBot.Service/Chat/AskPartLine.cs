namespace BriefBot.Service.Chat;

/// <summary>A sentence of an <see cref="AskPart"/>.</summary>
/// <param name="Sentence">Its place in <see cref="AskResponse.Sentences"/>, from 0.</param>
/// <param name="Role">
/// <c>text</c>, <c>item</c> (begins an item of a list), <c>header</c> or <c>row</c> of a table with cells joined by " | ", or <c>code</c>.
/// </param>
/// <param name="Depth">Nesting depth of its list.</param>
/// <param name="Number">The number of its item in a numbered list; 0 where there is none.</param>
internal sealed record AskPartLine(int Sentence, string Role, int Depth, int Number);
