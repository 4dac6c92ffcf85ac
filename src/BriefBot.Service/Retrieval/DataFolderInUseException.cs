namespace BriefBot.Service.Retrieval;

/// <summary>Another process holds the data folder. The service refuses to start; a short command builds an index in memory.</summary>
internal sealed class DataFolderInUseException(string message, Exception inner) : IOException(message, inner);
