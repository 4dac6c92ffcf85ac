namespace BriefBot.Answers.Entailment;

/// <summary>A row of a table whose words are given as a proof.</summary>
/// <param name="Row">The row.</param>
/// <param name="Header">The table's header row, or null.</param>
/// <param name="Others">Its other rows.</param>
internal sealed record QuotedRow(string Row, string? Header, IReadOnlyList<string> Others);
