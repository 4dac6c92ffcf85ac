namespace BriefBot;

/// <summary>The bot's own words.</summary>
internal static class Words
{
    public static string IndexUnavailable => "I can't read my index just now. The operator's log says why.";
    public static string FolderCannotBeRead => "I can't read the knowledge folder just now. The operator's log says why.";
    public static string FolderMissing => "There is no knowledge folder to answer from. The operator's log says where it was looked for.";
    public static string FolderEmpty => "The knowledge folder holds no article yet.";
    public static string FolderDoesNotSay => "The articles do not say.";
    public static string FolderDoesNotMention(string words) => $"The articles do not mention {words}.";
    public static string ClosestDoesNotMention(string words) => $"The closest passages do not mention {words}.";
}
