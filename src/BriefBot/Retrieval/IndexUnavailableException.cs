namespace BriefBot.Retrieval;

/// <summary>The index can't be read. Whoever answers turns it into "unavailable"; nothing else catches it.</summary>
public sealed class IndexUnavailableException(string message, Exception inner) : Exception(message, inner);
