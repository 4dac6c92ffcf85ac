namespace BriefBot.Chat;

/// <summary>What can be asked about the folder itself.</summary>
internal enum FolderTopic
{
    /// <summary>Which articles there are, or how many.</summary>
    Articles,

    /// <summary>Which articles are the newest.</summary>
    Newest,

    /// <summary>What the articles are about.</summary>
    Topics,

    /// <summary>Who wrote an article.</summary>
    Author,

    /// <summary>When an article was written or last changed.</summary>
    Date,

    /// <summary>What an article says, in short.</summary>
    Summary,
}
