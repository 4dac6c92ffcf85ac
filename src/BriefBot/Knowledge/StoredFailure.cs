namespace BriefBot.Knowledge;

/// <summary>A version of a file that could not be read, so that it is not tried again.</summary>
/// <param name="Path">The path below the knowledge folder.</param>
/// <param name="Hash">SHA-256 of the bytes that could not be read.</param>
/// <param name="Conditions">The settings and the version of the program with which it was tried.</param>
/// <param name="Line">The 1-based line of the problem, or null where the whole file is meant.</param>
/// <param name="Message">The problem and its remedy.</param>
public sealed record StoredFailure(string Path, string Hash, string Conditions, int? Line, string Message);
