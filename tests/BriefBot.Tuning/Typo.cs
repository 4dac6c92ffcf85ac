namespace BriefBot.Tuning;

/// <summary>A word and how it was mistyped, both in lower case.</summary>
internal sealed record Typo(TypoKind Kind, string Word, string Typed);
