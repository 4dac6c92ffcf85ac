namespace BriefBot.Service.Answers;

/// <summary>The tokens that a day has used.</summary>
/// <param name="Day">The day, in UTC.</param>
/// <param name="All">By all authors.</param>
/// <param name="ByAuthor">By author, under a hash.</param>
internal sealed record TokensUsed(DateOnly Day, long All, Dictionary<string, long> ByAuthor);
