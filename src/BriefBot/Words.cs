namespace BriefBot;

/// <summary>The bot's own words.</summary>
internal static class Words
{
    public static string IndexUnavailable => "I can't read my index just now. The operator's log says why.";
    public static string FolderDoesNotSay => "The articles do not say.";
    public static string FolderDoesNotMention(string words) => $"The articles do not mention {words}.";
    public static string ClosestDoesNotMention(string words) => $"The closest passages do not mention {words}.";
}
