namespace BriefBot.Retrieval;

/// <summary>Thrown when the index can't be read. The answerer turns it into "unavailable"; nothing else catches it.</summary>
public sealed class IndexUnavailableException(string message, Exception inner) : Exception(message, inner);
