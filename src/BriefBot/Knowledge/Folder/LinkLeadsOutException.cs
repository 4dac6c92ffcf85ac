namespace BriefBot.Knowledge.Folder;

/// <summary>A link leads out of the folder where nothing may be read without it: the folder is not read.</summary>
internal sealed class LinkLeadsOutException(string message) : IOException(message);
