namespace BriefBot.Chat;

/// <summary>The kinds of questions about the folder.</summary>
internal enum FolderTopic
{
    /// <summary>The articles, or their number.</summary>
    Articles,

    /// <summary>The newest articles.</summary>
    Newest,

    /// <summary>The topics of the articles.</summary>
    Topics,

    /// <summary>The author of an article.</summary>
    Author,

    /// <summary>When an article was written or last changed.</summary>
    Date,

    /// <summary>The summary of an article.</summary>
    Summary,
}
